using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;

namespace FlopsPS.Onnx.Fusions;

/// <summary>Calls that together are one layer, and the call that stands for them.</summary>
internal sealed class Fused
{
    /// <summary>Joins calls, the last of which makes what comes out.</summary>
    /// <param name="named">The call whose path the layer gets.</param>
    /// <param name="operator">What the calls are together.</param>
    /// <param name="inputs">What goes in.</param>
    /// <param name="parts">The calls.</param>
    public Fused(Call named, Operator @operator, IReadOnlyList<Value?> inputs, IReadOnlyList<Call?> parts)
    {
        Parts = [.. parts.OfType<Call>()];
        Call last = Parts[Parts.Count - 1];
        Whole = new Call(named.Path, named.Node, @operator, named.Version, inputs) { IsIdle = last.IsIdle };
        Whole.Hand(last.Outputs[0]);
    }

    public IReadOnlyList<Call> Parts { get; }

    public Call Whole { get; }
}
