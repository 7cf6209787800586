using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>x, or a learned slope * x below 0; one slope for all, or one per channel.</summary>
/// <remarks>Source: torch.nn.PReLU.</remarks>
internal sealed class PreluKind : ActivationKind
{
    private const long PerChannel = -1;

    private readonly Argument<long> _slopes;

    public PreluKind()
        : base("prelu", "x, or a learned slope * x below 0.", ElementwiseFunction.Prelu)
    {
        _slopes = IntegerOrWord(
            "num_parameters", "Number of slopes: 1, or channels for one per channel.", "channels", PerChannel)
            .Or(1);
    }

    public override string Formula => "parameters = num_parameters; no multiply-accumulates";

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        long slopes = layer.Get(_slopes);
        if (slopes != 1)
        {
            KindChecks.Rank(input, 2, "a batch and channels");
        }

        return slopes is 1 or PerChannel || slopes == input[1]
            ? input
            : throw Mismatch($"num_parameters is {slopes}, but {input} has {input[1]} channels");
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        long slopes = call.Layer.Get(_slopes);
        to.Parameter("weight", slopes == PerChannel ? call.Input[1] : slopes);
        base.Lower(call, to);
    }
}
