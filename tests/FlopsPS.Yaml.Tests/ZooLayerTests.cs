using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;

namespace FlopsPS.Yaml.Tests;

/// <summary>The layers of the zoo against the modules of torch models, one by one.</summary>
public sealed class ZooLayerTests
{
    private static readonly Dictionary<string, (string Name, (string, object)[] Settings)> s_networks = new()
    {
        ["bert_base_hf"] = ("bert-base", [("tokens", 128L)]),
        ["bert_base_hf_s512"] = ("bert-base", [("tokens", 512L)]),
        ["bert_base_torch"] = ("bert-base", [("tokens", 128L)]),
        ["fcn_resnet50"] = ("fcn_resnet50", [("auxiliary", false)]),
        ["gpt2_small"] = ("gpt2", [("tokens", 128L)]),
        ["gpt2_small_s1024"] = ("gpt2", [("tokens", 1024L)]),
        ["llama_tiny"] = ("llama-3-8b",
            [("tokens", 64L), ("vocabulary", 32_000L), ("layers", 4L), ("model", 512L), ("ffn", 1_376L), ("heads", 8L),
                ("kv_heads", 2L)]),
        ["transformer_base_seq2seq"] = ("transformer-base",
            [("source", 32L), ("target", 24L), ("vocabulary", 32_000L), ("tied", false)]),
    };

    public static TheoryData<string> Compared => [.. TorchLayers.Networks];

    [Theory]
    [MemberData(nameof(Compared))]
    public void Layers_agree_in_order_output_parameters_and_MACs(string torch)
    {
        TorchLayers expected = TorchLayers.Of(torch);
        List<CostRow> counted = Measure(torch).Where(IsCounted).ToList();

        Assert.Equal(
            expected.Layers.Select(layer =>
                (OutputOf(torch, layer), OwnParameters(torch, layer), layer.Macs + Unseen(torch, layer))),
            counted.Select(row => (row.OutputShape!, row.Parameters, row.Macs!.Value)));
    }

    [Theory]
    [MemberData(nameof(Compared))]
    public void Free_weights_agree_in_order(string torch) => Assert.Equal(
        TorchLayers.Of(torch).FreeWeights,
        Measure(torch).Where(row => row.Kind == "parameter").Select(row => row.Parameters));

    [Fact]
    public void Only_auxiliary_classifiers_never_run() => Assert.Equal(
        ["googlenet"], Compared.Cast<object[]>().Select(row => (string)row[0]).Where(torch =>
            TorchLayers.Of(torch).NeverRan.Count > 0));

    [Fact]
    public void All_21_models_are_compared() => Assert.Equal(21, Compared.Count);

    private static bool IsCounted(CostRow row) =>
        row.Kind != "parameter" && (row.Parameters > 0 || row.Macs > 0);

    // torch shows the weight that GPT-2's head and its embedding share with both.
    private static long OwnParameters(string torch, TorchLayer layer)
    {
        bool isTied = torch.StartsWith("gpt2", StringComparison.Ordinal)
            && layer.Output.EndsWith("x50257", StringComparison.Ordinal);
        return isTied ? 0 : layer.Parameters;
    }

    // The LSTM of torch has time before the batch, which is 1.
    private static string OutputOf(string torch, TorchLayer layer) => torch.StartsWith("lstm", StringComparison.Ordinal)
        ? "1x35x" + layer.Output.Split('x')[^1]
        : layer.Output;

    // What the tool that counted misses: behind a mask torch computes the 24 * 24 scores of 512 features by baddbmm;
    // and an LSTM, here 35 steps of 2 layers of 4 gates.
    private static long Unseen(string torch, TorchLayer layer) => (torch, layer) switch
    {
        ("transformer_base_seq2seq", { Macs: 25_460_736 }) => 24 * 24 * 512,
        (_, { Type: "LSTM" }) => 35 * 2 * 4 * 650 * (650 + 650),
        _ => 0,
    };

    private static IEnumerable<CostRow> Measure(string torch)
    {
        (string name, (string, object)[] settings) = s_networks.TryGetValue(torch, out var found)
            ? found
            : (torch, []);
        var options = new MeasureOptions(ConventionCatalog.Get("mac")) { GroupBy = CostGrouping.Layer };
        return CostCounter.Measure(Zoo.Build(name, settings), options);
    }
}
