using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Layers;

/// <summary>
/// Gated recurrent unit: reset r and update z are the sigmoids of sums like that of <see cref="RnnKind"/>,
/// n = tanh(W_in x + b_in + r * (W_hn h + b_hn)), and h' = (1 - z) * n + z * h.
/// </summary>
/// <remarks>Source: torch.nn.GRU; Cho et al., arXiv:1406.1078.</remarks>
internal sealed class GruKind : RecurrentKind
{
    public GruKind()
        : base("gru", "Gated recurrent units over tokens.")
    {
    }

    public override string Formula =>
        "parameters = 3*H*(F + H) + 6*H per layer and direction (F features come in); MACs = N*T*3*H*(F + H)";

    protected override int Gates => 3;

    protected override void Combine(Layer layer, long hidden, Lowering to)
    {
        Do(to, Add, 2 * hidden, operands: 2); // reset and update
        Do(to, Sigmoid, 2 * hidden);
        Do(to, Multiply, hidden, operands: 2); // the new state
        Do(to, Add, hidden, operands: 2);
        Do(to, Tanh, hidden);
        Do(to, Add, hidden, operands: 2); // 1 - z
        Do(to, Multiply, 2 * hidden, operands: 2);
        Do(to, Add, hidden, operands: 2);
    }
}
