using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Layers;

/// <summary>A kind with its arguments bound: what one step of a network does, before any shape is known.</summary>
/// <remarks>Immutable; made by <see cref="LayerKind.Create"/>.</remarks>
public sealed class Layer
{
    private readonly object?[] _values;

    internal Layer(LayerKind kind, object?[] values)
    {
        Definition = kind;
        _values = values;
    }

    /// <summary>The name of the kind, e.g. conv.</summary>
    public string Kind => Definition.Name;

    /// <summary>The arguments that differ from their defaults, e.g. out: 16, kernel: 5, padding: same.</summary>
    public string Arguments =>
        string.Join(", ", GivenArguments.Select(pair => pair.Key.Name + ": " + pair.Key.TextOf(pair.Value)));

    /// <summary>The kind itself. Not a property, so that a layer stays a flat object in a shell.</summary>
    internal LayerKind Definition { get; }

    /// <summary>The arguments that were given and are not the default, in the order of the kind.</summary>
    internal IEnumerable<KeyValuePair<Argument, object>> GivenArguments => Definition.Arguments
        .Where(argument => _values[argument.Index] is { } value && argument.TextOf(value) != argument.DefaultText)
        .Select(argument => new KeyValuePair<Argument, object>(argument, _values[argument.Index]!));

    /// <summary>The value of an argument of the kind.</summary>
    internal T Get<T>(Argument<T> argument) => (T)_values[argument.Index]!;

    /// <summary>The value of an argument, or null when it was not given and has no default.</summary>
    internal T? Find<T>(Argument<T> argument)
        where T : struct => (T?)_values[argument.Index];

    /// <summary>The bound value of an argument, whatever its type; null when it was not given and has no default.
    /// </summary>
    internal object? ValueOf(Argument argument) => _values[argument.Index];

    /// <summary>Whether an argument was given or has a default.</summary>
    internal bool Has(Argument argument) => _values[argument.Index] is not null;

    /// <summary>The kind and its arguments.</summary>
    public override string ToString() => Arguments.Length == 0 ? Kind : $"{Kind}: {{ {Arguments} }}";
}
