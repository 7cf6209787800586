using FlopsPS.Tensors;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Layers;

/// <summary>
/// Long short-term memory: gates i, f, o are sigmoids and g a tanh of sums like that of <see cref="RnnKind"/>,
/// c' = f * c + i * g, and h' = o * tanh(c'). With a projection, h' is W_hr of that.
/// </summary>
/// <remarks>Source: torch.nn.LSTM; Hochreiter and Schmidhuber 1997; projection: arXiv:1402.1128.</remarks>
internal sealed class LstmKind : RecurrentKind
{
    private readonly Argument<long> _proj;

    public LstmKind()
        : base("lstm", "Long short-term memory over tokens.")
    {
        _proj = Integer("proj", "Features that the hidden state is projected to; 0 for no projection.")
            .AtLeast(0)
            .Or(0);
    }

    public override string Formula =>
        "parameters = 4*H*(F + H) + 8*H per layer and direction (F features come in); MACs = N*T*4*H*(F + H); "
        + "with a projection P instead of the second H, and P*H more";

    protected override int Gates => 4;

    internal override void Check(Layer layer)
    {
        base.Check(layer);
        if (layer.Get(_proj) >= Hidden(layer))
        {
            throw _proj.Invalid(layer.Get(_proj), $"smaller than hidden, which is {Hidden(layer)}");
        }
    }

    protected override long State(Layer layer) => layer.Get(_proj) is var size && size > 0 ? size : Hidden(layer);

    protected override void Combine(Layer layer, long hidden, Lowering to)
    {
        Do(to, Add, 4 * hidden, operands: 2);
        Do(to, Sigmoid, 3 * hidden);
        Do(to, Tanh, hidden);
        Do(to, Multiply, 2 * hidden, operands: 2); // the cell
        Do(to, Add, hidden, operands: 2);
        Do(to, Tanh, hidden); // the hidden state
        Do(to, Multiply, hidden, operands: 2);
    }

    protected override void Project(LayerCall call, string suffix, Lowering to)
    {
        if (call.Layer.Get(_proj) is var size && size > 0)
        {
            TensorShape projected = call.Input.WithFeatures(size);
            to.Linear(projected, Hidden(call.Layer), hasBias: false, "hidden projection", "_hr" + suffix);
        }
    }
}
