using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>Transposed convolutions as tools count them that start from the output map.</summary>
internal static class Spreading
{
    /// <summary>operations * input channels * outputs * kernel / stride, rounded down, as if there were no groups.
    /// </summary>
    public static Amount OverOutputs(LayerFacts facts, int operations)
    {
        Amount products = operations * facts.InputChannels * facts.Outputs * facts.Kernel;
        return facts.Stride.Value == 1
            ? products
            : facts.Of(new Rational(products.Value, facts.Stride.Value).Floor(), "mul over stride");
    }
}
