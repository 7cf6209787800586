namespace FlopsPS.Host.Output;

/// <summary>One named value of an object.</summary>
/// <param name="Name">The property, or the key of a dictionary.</param>
/// <param name="Value">Not wrapped in a PSObject, unless it has only properties of its own.</param>
internal readonly record struct Column(string Name, object? Value);
