using System;
using System.Collections.Generic;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// A kind that holds other layers. Readers unfold it, so no network contains one; it stands in the catalogue for help
/// and editors.
/// </summary>
internal abstract class StructureKind : LayerKind
{
    protected StructureKind(string name, string summary)
        : base(name, summary)
    {
    }

    public sealed override bool IsStructure => true;

    public sealed override string Formula => "the sum of its layers";

    internal sealed override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs) =>
        throw Unfolded();

    internal sealed override void Lower(LayerCall call, Lowering to) => throw Unfolded();

    private InvalidOperationException Unfolded() => new($"{Name} must be unfolded by the reader of a manifest");
}
