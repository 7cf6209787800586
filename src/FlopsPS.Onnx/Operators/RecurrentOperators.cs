using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

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

    // The weights are [directions, gates * hidden, features], and hidden in place of features for the recurrent one;
    // quantised ones have the last two turned.
    private static long Features(Call call, int weight) =>
        call.Sizes(weight, least: 3)[call.Node.Operator == "DynamicQuantizeLSTM" ? 1 : 2];

    // Sizes of inputs: steps, batch, features; with layout 1 the batch comes first.
    private static void Infer(Call call, int states)
    {
        long[] input = call.Sizes(0);
        long[] weight = call.Sizes(1);
        long[] recurrent = call.Sizes(2);
        if (input.Length != 3 || weight.Length != 3 || recurrent.Length != 3)
        {
            throw Call.Mismatch(
                $"steps, batch and features must come in, not {Dims.Text(input)}, and weights of three axes");
        }

        if (Features(call, 1) != input[2])
        {
            throw Call.Mismatch(
                $"{Dims.Text(input)} has {input[2]} features, but the weight takes {Features(call, 1)}");
        }

        long hidden = Features(call, 2);
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
        ("hidden", Features(call, 2)),
        ("bidirectional", call.Sizes(2)[0] == 2),
        ("bias", call.Has(3)));
}
