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
}
