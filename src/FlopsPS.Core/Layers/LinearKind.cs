using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// Fully connected layer on the last axis. Parameters in * out (+ out); multiply-accumulates in * out for every vector
/// of the input. A tied weight is another layer's too, which counts it.
/// </summary>
/// <remarks>Source: torch.nn.Linear.</remarks>
internal sealed class LinearKind : UnaryKind
{
    private readonly Argument<long> _out;
    private readonly Argument<bool> _bias;
    private readonly Argument<long> _in;
    private readonly Argument<bool> _tied;

    public LinearKind()
        : base("linear", "Fully connected layer on the last axis of the input.")
    {
        _out = Integer("out", "Output features.").Required();
        _bias = Boolean("bias", "Whether a bias is added to every output value.").Or(true);
        _in = Integer("in", "Input features; inferred, and checked when given.");
        _tied = Boolean("tied", "Whether the weight is another layer's, such as an embedding's, and counted there.")
            .Or(false);
    }

    public override string Formula => "parameters = in*out + out; MACs = in*out for every vector of the input";

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        KindChecks.Rank(input, 2, "a batch and features");
        if (!layer.Has(_in) && input.Rank >= 4 && "DHW".IndexOf(input.Layout[input.Rank - 1]) >= 0)
        {
            throw Mismatch(
                $"a feature map {input} comes in, and linear would work on its last spatial axis; put flatten, "
                + "globalavgpool or permute before it, or give 'in' if that is what you mean");
        }

        KindChecks.Given(layer.Find(_in), input[-1], "features", input);
        return input.WithFeatures(layer.Get(_out));
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        long terms = call.Input[-1];
        long features = call.Output[-1];
        bool hasBias = call.Layer.Get(_bias);
        if (!call.Layer.Get(_tied))
        {
            to.Parameter("weight", terms * features);
        }

        if (hasBias)
        {
            to.Parameter("bias", features);
        }

        to.Do(Contraction.Of(ContractionForm.Linear, call.Output, terms, hasBias));
    }
}
