using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>The counts of a stack of recurrent layers, which tools compose in different ways.</summary>
internal static class Recurrence
{
    /// <summary>The hidden values computed: steps * hidden * layers * directions.</summary>
    public static Amount States(LayerFacts facts) => States(facts, Number(facts, "layers"));

    /// <summary>The hidden values that the layers behind the first compute.</summary>
    public static Amount LaterStates(LayerFacts facts) => States(facts, Number(facts, "layers") - 1);

    /// <summary>The hidden values of one direction: steps * hidden * layers.</summary>
    public static Amount ForwardStates(LayerFacts facts) => Steps(facts)
        * facts.Of(Number(facts, "hidden"), "hidden")
        * facts.Of(Number(facts, "layers"), "layers");

    /// <summary>1 where there are biases, else 0.</summary>
    public static Amount HasBias(LayerFacts facts) => facts.Of(Number(facts, "bias"), "bias");

    /// <summary>
    /// What the gates multiply: steps * gates * hidden * (input + recurrent) in all layers and directions. A tool that
    /// does not know projections takes the hidden size for that of the projected state.
    /// </summary>
    public static Amount GateProducts(LayerFacts facts, int gates, bool knowsProjection)
    {
        long hidden = Number(facts, "hidden");
        long state = knowsProjection && facts.Number("proj") is { } projected and > 0 ? projected : hidden;
        return GateProducts(facts, hidden, state, gates);
    }

    /// <summary>What the gates multiply when a hidden layer of this size feeds back a state of this size.</summary>
    public static Amount GateProducts(LayerFacts facts, long hidden, long state, int gates)
    {
        long directions = Directions(facts);
        Amount later = facts.Of(Number(facts, "layers") - 1, "layers")
            * facts.Of((directions * state) + state, "in");
        return Steps(facts)
            * facts.Of(directions, "directions")
            * facts.Of(gates * hidden, "gates")
            * (facts.Of(facts.Call.Input[-1] + state, "in") + later);
    }

    // Whatever the order of axes in the output is, the input has two before its features.
    private static Amount Steps(LayerFacts facts) => facts.Of(facts.Call.Input.Product(0, 2), "vectors");

    private static Amount States(LayerFacts facts, long layers) => Steps(facts)
        * facts.Of(Number(facts, "hidden"), "hidden")
        * facts.Of(layers, "layers")
        * facts.Of(Directions(facts), "directions");

    private static long Directions(LayerFacts facts) => 1 + Number(facts, "bidirectional");

    private static long Number(LayerFacts facts, string argument) => facts.Number(argument) ?? 0;
}
