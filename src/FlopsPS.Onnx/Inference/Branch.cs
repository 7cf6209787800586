using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Onnx.Lowering;

namespace FlopsPS.Onnx.Inference;

/// <summary>A graph that runs if data have it so: what it does, and why it cannot run on these inputs.</summary>
internal sealed class Branch
{
    private long? _macs;

    public List<Call> Calls { get; } = [];

    public Remarks Remarks { get; } = new();

    public IReadOnlyList<Value> Outputs { get; set; } = [];

    /// <summary>The first error of shapes in it; null when it can run.</summary>
    public NetworkException? Misfit { get; private set; }

    /// <summary>Its multiply-accumulates, as if it runs; below any other's when it cannot.</summary>
    public long Macs => _macs ??= Misfit is null ? Emission.Macs(Calls) : -1;

    /// <summary>Notes why the branch cannot run.</summary>
    public void Refuse(NetworkException misfit) => Misfit ??= misfit;
}
