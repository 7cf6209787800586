using System.Linq;
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
    private const long Depthwise = -1;

    private readonly Argument<long> _out;
    private readonly Argument<Sizes> _kernel;
    private readonly Argument<Sizes> _stride;
    private readonly Argument<Padding> _padding;
    private readonly Argument<Sizes> _dilation;
    private readonly Argument<long> _groups;
    private readonly Argument<bool> _bias;
    private readonly Argument<long> _in;

    public ConvKind()
        : base("conv", "Convolution over the 1, 2 or 3 spatial axes of the input.")
    {
        _out = Integer("out", "Output channels.").Required();
        _kernel = Sizes("kernel", "Kernel size.").Required();
        _stride = Sizes("stride", "Step of the kernel.").Or(new([1]));
        _padding = Padding("Zeros around the input; same keeps ceil(size / stride).");
        _dilation = Sizes("dilation", "Distance between the taps of the kernel.").Or(new([1]));
        _groups = IntegerOrWord(
            "groups", "Groups of channels that do not see each other; depthwise is one per channel.", "depthwise", Depthwise)
            .Or(1);
        _bias = Boolean("bias", "Whether a bias is added to every output value.").Or(true);
        _in = Integer("in", "Input channels; inferred, and checked when given.");
    }

    public override string Formula =>
        "parameters = out*in/groups*K + out; MACs = N*out*S_out*in/groups*K (K kernel sizes, S_out output sizes)";

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        int axes = SpatialAxes(input);
        KindChecks.Given(layer.Find(_in), input[1], "channels", input);
        layer.Get(_kernel).CheckRank("kernel", axes);
        layer.Get(_stride).CheckRank("stride", axes);
        layer.Get(_dilation).CheckRank("dilation", axes);
        layer.Get(_padding).CheckRank(axes);
        long groups = Groups(layer, input);
        KindChecks.Divides(groups, input[1], "input channels");
        KindChecks.Divides(groups, layer.Get(_out), "output channels");
        return input.WithMap(layer.Get(_out), [.. Enumerable.Range(0, axes).Select(axis =>
            KindChecks.Fits(Window(layer, input, axis).Slide(input[axis + 2]), input, "kernel"))]);
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        Layer layer = call.Layer;
        long terms = call.Input[1] / Groups(layer, call.Input);
        for (int axis = 0; axis < call.Input.SpatialRank; axis++)
        {
            terms *= layer.Get(_kernel)[axis];
        }

        to.Parameter("weight", call.Output[1] * terms);
        if (layer.Get(_bias))
        {
            to.Parameter("bias", call.Output[1]);
        }

        to.Do(Contraction.Of(ContractionForm.Convolution, call.Output, terms, layer.Get(_bias)));
    }

    private long Groups(Layer layer, TensorShape input) =>
        layer.Get(_groups) == Depthwise ? input[1] : layer.Get(_groups);

    private Window Window(Layer layer, TensorShape input, int axis) => layer.Get(_padding).Window(
        axis,
        input.SpatialRank,
        input[axis + 2],
        layer.Get(_kernel)[axis],
        layer.Get(_stride)[axis],
        layer.Get(_dilation)[axis]);
}
