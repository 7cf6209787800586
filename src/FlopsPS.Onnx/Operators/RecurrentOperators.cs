using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;

namespace FlopsPS.Onnx.Operators;

/// <summary>Recurrent networks: a layer each, in one or both directions.</summary>
internal sealed class RecurrentOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("com.microsoft.DynamicQuantizeLSTM", Recurrent(
            "lstm", states: 2, "x #weight #weight bias - - - weight ?scale ?zero_point ?scale ?zero_point")),
        ("LSTM", Recurrent("lstm", states: 2, "x weight weight bias - - - weight")),
        ("GRU", Recurrent("gru", states: 1, "x weight weight bias")),
        ("RNN", Recurrent("rnn", states: 1, "x weight weight bias")),
    ];

    private static Operator Recurrent(string kind, int states, string slots) =>
        new(call => Infer(call, states), call => Lower(call, kind), slots) { AlwaysRuns = true };

    // The recurrent weight is [directions, gates * hidden, hidden]; a quantised one has the last two turned.
    private static long Hidden(Call call) =>
        call.Sizes(2, least: 3)[call.Node.Operator == "DynamicQuantizeLSTM" ? 1 : 2];

    // Sizes of inputs: steps, batch, features; with layout 1 the batch comes first.
    private static void Infer(Call call, int states)
    {
        long[] input = call.Sizes(0);
        long[] recurrent = call.Sizes(2);
        if (input.Length != 3 || recurrent.Length != 3)
        {
            throw Call.Mismatch("steps, batch and features come in, and weights of three axes");
        }

        long hidden = Hidden(call);
        long directions = recurrent[0];
        bool isBatchFirst = call.Whole("layout", 0) == 1;
        long[] state = isBatchFirst ? [input[0], directions, hidden] : [directions, input[1], hidden];
        call.Output(isBatchFirst
            ? [input[0], input[1], directions, hidden]
            : [input[0], directions, input[1], hidden]);
        for (int i = 0; i < states; i++)
        {
            call.Output(state);
        }
    }

    private static Layer Lower(Call call, string kind) => Build.Kind(
        kind,
        ("hidden", Hidden(call)),
        ("bidirectional", call.Sizes(2)[0] == 2),
        ("bias", call.Has(3)));
}
