using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Layers;

/// <summary>Plain recurrent network: h' = tanh(W_ih x + b_ih + W_hh h + b_hh).</summary>
/// <remarks>Source: torch.nn.RNN.</remarks>
internal sealed class RnnKind : RecurrentKind
{
    private readonly Argument<string> _nonlinearity;

    public RnnKind()
        : base("rnn", "Plain recurrent network over tokens.")
    {
        _nonlinearity = Word("nonlinearity", "The function of each step.", "tanh", "relu").Or("tanh");
    }

    public override string Formula =>
        "parameters = H*(F + H) + 2*H per layer and direction (F features come in); MACs = N*T*H*(F + H)";

    protected override int Gates => 1;

    protected override void Combine(Layer layer, long hidden, Lowering to)
    {
        Do(to, Add, hidden, operands: 2);
        Do(to, layer.Get(_nonlinearity) == "relu" ? Relu : Tanh, hidden);
    }
}
