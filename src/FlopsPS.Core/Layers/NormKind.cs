using FlopsPS.Numbers;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A normalisation with a weight and a bias per channel: batch, group and instance normalisation.</summary>
internal abstract class NormKind : UnaryKind
{
    private readonly NormalizationForm _form;

    protected NormKind(string name, string summary, NormalizationForm form)
        : base(name, summary)
    {
        _form = form;
    }

    public override string Formula =>
        "parameters = 2*C (weight and bias) when affine; no multiply-accumulates, full counts steps per element";

    /// <summary>Whether there are weights.</summary>
    protected abstract Argument<bool> Affine { get; }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        KindChecks.Rank(input, 2, "a batch and channels");
        return input;
    }

    internal sealed override void Lower(LayerCall call, Lowering to)
    {
        bool isAffine = call.Layer.Get(Affine);
        long channels = call.Input[1];
        if (isAffine)
        {
            to.Parameter("weight", channels);
            to.Parameter("bias", channels);
        }

        bool isStored = StoresStatistics(call.Layer);
        if (isStored)
        {
            to.Buffer("running_mean", channels);
            to.Buffer("running_var", channels);
        }

        long rows = isStored ? channels : Rows(call.Layer, call.Input);
        to.Do(new Normalization(_form, call.Input.Elements, rows, isAffine, isStored));
    }

    /// <summary>Whether mean and variance of each channel are kept from training.</summary>
    protected virtual bool StoresStatistics(Layer layer) => false;

    /// <summary>How many groups of elements share a mean and a variance that are computed from the input.</summary>
    protected abstract long Rows(Layer layer, TensorShape input);

    /// <summary>Declares the argument for the weights.</summary>
    protected Argument<bool> AffineOr(bool isDefault) =>
        Boolean("affine", "Whether each channel is scaled and shifted by learned weights.").Or(isDefault);

    /// <summary>Declares the arguments for statistics kept from training.</summary>
    protected Argument<bool> TrackOr(bool isDefault)
    {
        Number("momentum", "Share of a new batch in the stored statistics; changes no count.").Or(new Rational(1, 10));
        return Boolean("track", "Whether mean and variance of each channel are stored and used.").Or(isDefault);
    }
}
