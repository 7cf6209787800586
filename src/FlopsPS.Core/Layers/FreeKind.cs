using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A kind that hands on what it gets, without arithmetic.</summary>
internal abstract class FreeKind : UnaryKind
{
    protected FreeKind(string name, string summary)
        : base(name, summary)
    {
    }

    internal override TensorShape Infer(Layer layer, TensorShape input) => input;

    internal sealed override void Lower(LayerCall call, Lowering to) => to.Do(new Movement(Name));
}
