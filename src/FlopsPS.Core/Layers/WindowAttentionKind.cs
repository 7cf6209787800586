using System.Linq;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// Multi-head attention within windows of a feature map, which may have its channels on any axis. Parameters
/// 4*C*C (+ 4*C) and the position bias: (2w - 1) per axis, times heads. Multiply-accumulates: per window of L positions
/// 4*L*C*C + 2*L*L*C.
/// </summary>
/// <remarks>
/// Source: torchvision, ShiftedWindowAttention, ShiftedWindowAttentionV2 and ShiftedWindowAttention3d; Liu et al.,
/// arXiv:2103.14030 and arXiv:2111.09883. As there, the keys of version 2 have a bias that is held at zero: it is a
/// parameter, and it is added.
/// </remarks>
internal sealed class WindowAttentionKind : UnaryKind
{
    // The width of the network that computes the position bias in version 2.
    private const long Hidden = 512;

    private readonly Argument<long> _heads;
    private readonly Argument<Sizes> _window;
    private readonly Argument<Sizes> _shift;
    private readonly Argument<bool> _bias;
    private readonly Argument<bool> _outBias;
    private readonly Argument<bool> _positionBias;
    private readonly Argument<long> _version;

    public WindowAttentionKind()
        : base("windowattention", "Multi-head attention within windows of a feature map, as in Swin transformers.")
    {
        _heads = Integer("heads", "Number of heads.").Required();
        _window = Sizes("window", "Size of a window; the map is padded to whole windows.").Required();
        _shift = Sizes("shift", "By how much the windows are moved; a mask is added where they reach around the edge.")
            .AtLeast(0)
            .Or(new Sizes([0]));
        _bias = Boolean("bias", "Whether the projections add a bias.").Or(true);
        _outBias = Boolean("out_bias", "Whether the output projection adds a bias; as bias when not given.");
        _positionBias = Boolean("position_bias", "Whether a learned bias for each relative position is added.")
            .Or(true);
        _version = Integer(
            "version", "1: a table of position biases; 2: a small network computes them, and scores are cosines.")
            .Or(1);
    }

    public override string Formula =>
        "parameters = 4*C*C + 4*C with bias, + positions*heads, positions the product of 2w - 1 over the axes; "
        + "version 2: + axes*512 + 512 + 512*heads + heads instead; MACs = N*windows*(4*L*C*C + 2*L*L*C), L positions "
        + "in a window, padding included; version 2: + positions*512*(axes + heads), once for the batch";

    internal override void Check(Layer layer)
    {
        if (layer.Get(_version) > 2)
        {
            throw _version.Invalid(layer.Get(_version), "1 or 2");
        }
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        int axes = SpatialAxes(input);
        Sizes window = layer.Get(_window);
        Sizes shift = layer.Get(_shift);
        window.CheckRank(_window.Name, axes);
        shift.CheckRank(_shift.Name, axes);
        if (Enumerable.Range(0, axes).Any(axis => shift[axis] >= window[axis]))
        {
            throw Mismatch($"shift {_shift.TextOf(shift)} must be smaller than the window {_window.TextOf(window)}");
        }

        KindChecks.Divides(layer.Get(_heads), input[ChannelAxis(input)], "channels", "heads");
        return input;
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        Layer layer = call.Layer;
        int channelAxis = ChannelAxis(call.Input);
        long channels = call.Input[channelAxis];
        var parts = new WindowPartition(call.Input, channelAxis, layer.Get(_window), layer.Get(_shift));
        var tokens = new TensorShape([parts.Windows, parts.Length, channels], "NTF");
        long heads = layer.Get(_heads);
        bool hasBias = layer.Get(_bias);
        to.Linear(tokens, channels, hasBias, "query projection", "_q");
        to.Linear(tokens, channels, hasBias, "key projection", "_k");
        to.Linear(tokens, channels, hasBias, "value projection", "_v");

        var attention = new DotProductAttention(
            parts.Windows, heads, channels / heads, new VisibleKeys(parts.Length, parts.Length));
        if (layer.Get(_version) == 1)
        {
            attention.Score(DotProductAttention.Queries, to);
        }
        else
        {
            ScoreCosines(tokens, heads, attention, to);
        }

        if (layer.Get(_positionBias))
        {
            PositionBias(call, parts.Length, to);
            to.Do(new Elementwise(ElementwiseFunction.Add, attention.Scores, operands: 2, "position bias"));
        }

        if (parts.IsShifted)
        {
            attention.Mask(to);
        }

        attention.Attend(to);
        to.Linear(tokens, channels, layer.Find(_outBias) ?? hasBias, "output projection", "_out");
    }

    /// <summary>Version 2: queries and keys of length 1, and a learned scale min(s, log 100), exponentiated, per head.
    /// </summary>
    private static void ScoreCosines(TensorShape tokens, long heads, DotProductAttention attention, Lowering to)
    {
        for (int side = 0; side < 2; side++)
        {
            to.Do(new Normalization(
                NormalizationForm.L2Norm,
                tokens.Elements,
                tokens.Product(0, 2) * heads,
                isAffine: false,
                usesStoredStatistics: false));
        }

        attention.Score(to);
        to.Parameter("logit_scale", heads);
        to.Do(new Elementwise(ElementwiseFunction.Minimum, heads));
        to.Do(new Elementwise(ElementwiseFunction.Exp, heads));
        to.Do(new Elementwise(ElementwiseFunction.Multiply, attention.Scores, operands: 2, "attention scale"));
    }

    /// <summary>The bias of every relative position, looked up for each pair of positions in a window. Version 2
    /// computes it: 16 * sigmoid(network(coordinates)), once for all windows.</summary>
    private void PositionBias(LayerCall call, long length, Lowering to)
    {
        Layer layer = call.Layer;
        long heads = layer.Get(_heads);
        int axes = call.Input.SpatialRank;
        Sizes window = layer.Get(_window);
        long positions = Enumerable.Range(0, axes)
            .Aggregate(1L, (product, axis) => product * ((2 * window[axis]) - 1));
        if (layer.Get(_version) == 1)
        {
            to.Parameter("relative_position_bias_table", positions * heads);
            to.Do(new Movement("position bias lookup"));
            return;
        }

        to.Linear(new([positions, Hidden]), axes, hasBias: true, "position bias", "_position_0");
        to.Do(new Elementwise(ElementwiseFunction.Relu, positions * Hidden));
        to.Linear(new([positions, heads]), Hidden, hasBias: false, "position bias", "_position_1");
        to.Do(new Movement("position bias lookup"));
        to.Do(new Elementwise(ElementwiseFunction.Sigmoid, length * length * heads));
        to.Do(new Elementwise(ElementwiseFunction.Multiply, length * length * heads, name: "position bias scale"));
    }

    private static int ChannelAxis(TensorShape input)
    {
        int axis = AxisNames.Find(input, "channels");
        return axis > 0
            ? axis
            : throw Mismatch($"{input} has its axes in the order {input.Layout}: none is that of the channels");
    }
}
