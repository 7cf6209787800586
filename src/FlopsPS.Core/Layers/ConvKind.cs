using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// Convolution over 1, 2 or 3 spatial axes. Parameters out * in/groups * K (+ out); multiply-accumulates
/// N * out * S_out * in/groups * K, where K is the product of the kernel sizes and S_out of the output sizes.
/// </summary>
/// <remarks>Source: torch.nn.Conv1d/2d/3d.</remarks>
internal sealed class ConvKind : UnaryKind
{
    private readonly ChannelArguments _channels;
    private readonly KernelArguments _kernel;

    public ConvKind()
        : base("conv", "Convolution over the 1, 2 or 3 spatial axes of the input.")
    {
        Argument<long> channels = Integer("out", "Output channels.").Required();
        _kernel = new(
            Sizes("kernel", "Kernel size.").Required(),
            Sizes("stride", "Step of the kernel.").Or(new([1])),
            Padding("Zeros around the input; same keeps ceil(size / stride)."),
            Sizes("dilation", "Distance between the taps of the kernel.").Or(new([1])));
        _channels = new(
            channels,
            IntegerOrWord("groups", ChannelArguments.GroupsText, "depthwise", ChannelArguments.Depthwise).Or(1),
            Boolean("bias", "Whether a bias is added to every output value.").Or(true),
            Integer("in", "Input channels; inferred, and checked when given."));
    }

    public override string Formula =>
        "parameters = out*in/groups*K + out; MACs = N*out*S_out*in/groups*K (K kernel sizes, S_out output sizes)";

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        _kernel.CheckRank(layer, SpatialAxes(input));
        _channels.Check(layer, input);
        return _kernel.Slide(layer, input, _channels.Out(layer));
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        long terms = call.Input[1] / _channels.Groups(call) * _kernel.Taps(call.Layer, call.Input.SpatialRank);
        _channels.AddWeights(call, call.Output[1] * terms, to);
        to.Do(Contraction.Of(ContractionForm.Convolution, call.Output, terms, _channels.HasBias(call.Layer)));
    }
}
