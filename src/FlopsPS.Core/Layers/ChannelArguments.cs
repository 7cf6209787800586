using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>The arguments that say which channels a convolution joins: out, groups, bias, in.</summary>
internal sealed class ChannelArguments
{
    /// <summary>The number that stands for the word depthwise.</summary>
    public const long Depthwise = -1;

    /// <summary>What help says of the groups.</summary>
    public const string GroupsText = "Groups of channels that do not see each other; depthwise is one per channel.";

    private readonly Argument<long> _out;
    private readonly Argument<long> _groups;
    private readonly Argument<bool> _bias;
    private readonly Argument<long> _in;

    /// <summary>Joins the arguments.</summary>
    public ChannelArguments(Argument<long> @out, Argument<long> groups, Argument<bool> bias, Argument<long> @in)
    {
        _out = @out;
        _groups = groups;
        _bias = bias;
        _in = @in;
    }

    /// <summary>Refuses channels that are not the expected ones, or that the groups do not divide.</summary>
    public void Check(Layer layer, TensorShape input)
    {
        KindChecks.Given(layer.Find(_in), input[1], "channels", input);
        long groups = Groups(layer, input);
        KindChecks.Divides(groups, input[1], "input channels");
        KindChecks.Divides(groups, Out(layer), "output channels");
    }

    /// <summary>The output channels.</summary>
    public long Out(Layer layer) => layer.Get(_out);

    /// <summary>The number of groups.</summary>
    public long Groups(LayerCall call) => Groups(call.Layer, call.Input);

    /// <summary>Whether there is a bias.</summary>
    public bool HasBias(Layer layer) => layer.Get(_bias);

    /// <summary>Adds a weight of so many elements, and a bias per output channel where there is one.</summary>
    public void AddWeights(LayerCall call, long elements, Lowering to)
    {
        to.Parameter("weight", elements);
        if (HasBias(call.Layer))
        {
            to.Parameter("bias", Out(call.Layer));
        }
    }

    private long Groups(Layer layer, TensorShape input)
    {
        long groups = layer.Get(_groups);
        return groups == Depthwise ? input[1] : groups;
    }
}
