using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// Transposed convolution over 1, 2 or 3 spatial axes: every input value is multiplied with K * out/groups weights and
/// spread over the output. Parameters in * out/groups * K (+ out); multiply-accumulates N * in * S_in * out/groups * K.
/// </summary>
/// <remarks>Source: torch.nn.ConvTranspose1d/2d/3d.</remarks>
internal sealed class ConvTransposeKind : UnaryKind
{
    private readonly ChannelArguments _channels;
    private readonly KernelArguments _kernel;
    private readonly Argument<Sizes> _stride;
    private readonly Argument<Sizes> _dilation;
    private readonly Argument<Sizes> _outputPadding;

    public ConvTransposeKind()
        : base("convtranspose", "Transposed convolution (deconvolution) over the 1, 2 or 3 spatial axes of the input.")
    {
        Argument<long> channels = Integer("out", "Output channels.").Required();
        Argument<Sizes> kernel = Sizes("kernel", "Kernel size.").Required();
        _stride = Sizes("stride", "Distance of neighbouring inputs in the output.").Or(new([1]));
        Argument<Padding> padding = Padding("Elements cut from the ends of the output; same makes size * stride.");
        _outputPadding = Sizes("output_padding", "Elements added at the end of the output.").AtLeast(0).Or(new([0]));
        _dilation = Sizes("dilation", "Distance between the taps of the kernel.").Or(new([1]));
        _kernel = new(kernel, _stride, padding, _dilation);
        _channels = new(
            channels,
            IntegerOrWord("groups", ChannelArguments.GroupsText, "depthwise", ChannelArguments.Depthwise).Or(1),
            Boolean("bias", "Whether a bias is added to every output value.").Or(true),
            Integer("in", "Input channels; inferred, and checked when given."));
    }

    public override string Formula =>
        "parameters = in*out/groups*K + out; MACs = N*in*S_in*out/groups*K (K kernel sizes, S_in input sizes)";

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        int axes = SpatialAxes(input);
        _kernel.CheckRank(layer, axes);
        layer.Get(_outputPadding).CheckRank("output_padding", axes);
        _channels.Check(layer, input);
        var sizes = new long[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            sizes[axis] = Spread(layer, input, axis);
        }

        return input.WithMap(_channels.Out(layer), sizes);
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        TensorShape input = call.Input;
        long terms = _channels.Out(call.Layer) / _channels.Groups(call) * _kernel.Taps(call.Layer, input.SpatialRank);
        long reached = call.Output.Product(0, 2);
        for (int axis = 0; axis < input.SpatialRank; axis++)
        {
            reached *= Window(call.Layer, input, axis).Reached(input[axis + 2], call.Output[axis + 2]);
        }

        _channels.AddWeights(call, input[1] * terms, to);
        to.Do(Contraction.Transposed(call.Output, input.Elements, terms, reached, _channels.HasBias(call.Layer)));
    }

    private long Spread(Layer layer, TensorShape input, int axis)
    {
        long added = layer.Get(_outputPadding)[axis];
        if (added >= System.Math.Max(layer.Get(_stride)[axis], layer.Get(_dilation)[axis]))
        {
            throw Mismatch($"output_padding {added} must be smaller than the stride or the dilation");
        }

        long size = Window(layer, input, axis).Spread(input[axis + 2], added);
        return size > 0
            ? size
            : throw Mismatch($"the padding cuts away all that comes out of the input {input}");
    }

    private Window Window(Layer layer, TensorShape input, int axis) =>
        _kernel.SpreadWindow(layer, input, axis, layer.Get(_outputPadding)[axis]);
}
