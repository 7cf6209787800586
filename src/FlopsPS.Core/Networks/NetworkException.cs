using System;

namespace FlopsPS.Networks;

/// <summary>
/// What every room throws for input that cannot be measured: a code, the place, the layer, and a sentence that says
/// what was expected and what to do.
/// </summary>
public sealed class NetworkException : Exception
{
    /// <summary>An error whose place is not known yet; see <see cref="At"/>.</summary>
    public NetworkException(ErrorCode code, string reason, Exception? inner = null)
        : this(code, reason, null, null, inner)
    {
    }

    private NetworkException(
        ErrorCode code, string reason, string? layer, SourcePosition? position, Exception? inner)
        : base(Compose(reason, layer, position), inner)
    {
        Code = code;
        Reason = reason;
        Layer = layer;
        Position = position;
    }

    /// <summary>What went wrong.</summary>
    public ErrorCode Code { get; }

    /// <summary>The sentence alone, without the place.</summary>
    public string Reason { get; }

    /// <summary>The path of the layer, e.g. layer2/0/conv2, where one is concerned.</summary>
    public string? Layer { get; }

    /// <summary>The file, line and column, where the reader knows them.</summary>
    public SourcePosition? Position { get; }

    /// <summary>The argument that is wrong, where one is.</summary>
    public string? Argument { get; init; }

    /// <summary>The file, or null.</summary>
    public string? File => Position?.File;

    /// <summary>The line from 1, or 0 when it is not known.</summary>
    public int Line => Position?.Line ?? 0;

    /// <summary>The column from 1, or 0 when it is not known.</summary>
    public int Column => Position?.Column ?? 0;

    /// <summary>The same error with the layer and place filled in where they were missing.</summary>
    public NetworkException At(string? layer, SourcePosition? position = null) =>
        new(Code, Reason, Layer ?? layer, Position ?? position, InnerException) { Argument = Argument };

    private static string Compose(string reason, string? layer, SourcePosition? position)
    {
        string place = position is null ? string.Empty : position + ": ";
        return place + (layer is null ? reason : $"layer '{layer}': {reason}");
    }
}
