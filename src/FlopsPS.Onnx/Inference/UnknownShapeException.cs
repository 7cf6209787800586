using System;

namespace FlopsPS.Onnx.Inference;

/// <summary>A shape depends on what only running the network would tell; its node and those behind are uncounted.
/// </summary>
internal sealed class UnknownShapeException : Exception
{
    public UnknownShapeException(string reason)
        : base(reason)
    {
    }

    /// <summary>The exception for a value of which too little is known. Behind the first unknown shape all say the
    /// same, so that they are one term of a sum.</summary>
    public static UnknownShapeException Of(Value value, string reason) =>
        new(value.UnknownSince ?? $"'{value.Name}' {reason}");
}
