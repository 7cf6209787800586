using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A normalisation of the last axes of each position: layer and root mean square normalisation.</summary>
internal abstract class TrailingNormKind : UnaryKind
{
    private readonly NormalizationForm _form;
    private readonly Argument<long> _axes;
    private readonly Argument<bool> _affine;

    protected TrailingNormKind(string name, string summary, NormalizationForm form)
        : base(name, summary)
    {
        _form = form;
        _axes = Integer("axes", "How many of the last axes are normalised together.").Or(1);
        _affine = Boolean("affine", "Whether each element is scaled by a learned weight.").Or(true);
    }

    internal sealed override TensorShape Infer(Layer layer, TensorShape input)
    {
        long axes = layer.Get(_axes);
        return axes < input.Rank
            ? input
            : throw Mismatch($"{axes} axes are to be normalised behind the batch, but {input} has {input.Rank} in all");
    }

    internal sealed override void Lower(LayerCall call, Lowering to)
    {
        int first = call.Input.Rank - (int)call.Layer.Get(_axes);
        bool isAffine = call.Layer.Get(_affine);
        bool isShifted = isAffine && HasBias(call.Layer);
        long length = call.Input.Product(first, call.Input.Rank);
        if (isAffine)
        {
            to.Parameter("weight", length);
        }

        if (isShifted)
        {
            to.Parameter("bias", length);
        }

        to.Do(new Normalization(
            _form,
            call.Input.Elements,
            call.Input.Product(0, first),
            isAffine,
            usesStoredStatistics: false,
            isShifted));
    }

    /// <summary>Whether an affine layer also shifts each element.</summary>
    protected abstract bool HasBias(Layer layer);
}
