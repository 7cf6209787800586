using System.Collections.Generic;
using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests.Budgets;

public class BaselineFileTests
{
    // The form that lies in git: one line for each layer, sorted, a final line feed.
    private const string Text = """
        {
          "baseline": 1,
          "convention": "exact",
          "networks": {
            "a \"b\"": {
              "input": "1x4",
              "total": { "parameters": 15, "buffers": 6, "macs": 12, "flops": 24, "activations": 3 },
              "layers": {
                "block/relu": { "parameters": 0, "buffers": 0, "macs": 0, "flops": 0, "activations": 0 },
                "linear": { "parameters": 15, "buffers": 6, "macs": 12, "flops": 24, "activations": 3 }
              }
            },
            "totals": {
              "input": "1x4",
              "total": { "parameters": 9, "flops": 9223372036854775807, "activations": 1 }
            }
          }
        }

        """;

    [Fact]
    public void A_baseline_is_written_sorted_with_a_line_for_each_layer()
    {
        var baseline = new Baseline("exact", [
            new BaselineNetwork(
                "totals",
                "1x4",
                new() { Parameters = 9, Flops = long.MaxValue, Activations = 1 },
                new Dictionary<string, CostFigures>()),
            new BaselineNetwork("a \"b\"", "1x4", Figures(15, 6, 12, 24, 3), new Dictionary<string, CostFigures>
            {
                ["linear"] = Figures(15, 6, 12, 24, 3),
                ["block/relu"] = Figures(0, 0, 0, 0, 0),
            }),
        ]);

        Assert.Equal(Text.ReplaceLineEndings("\n"), BaselineFile.Write(baseline));
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        Baseline baseline = Read(Text);

        Assert.Equal("exact", baseline.Convention);
        Assert.Equal(["a \"b\"", "totals"], baseline.Networks.Select(network => network.Name));
        Assert.Equal(["block/relu", "linear"], baseline.Find("a \"b\"")!.Layers.Select(layer => layer.Key));
        Assert.Equal((null, long.MaxValue), (
            baseline.Find("totals")!.Total.Macs, baseline.Find("totals")!.Total.Flops));
        Assert.Equal(Text.ReplaceLineEndings("\n"), BaselineFile.Write(baseline));
    }

    [Fact]
    public void Names_of_every_script_survive()
    {
        string[] names = ["größe", "层/卷积", "a\tb", "a\\b", "😀", "null", "1", "", "#", "{x}", "a: b"];
        var baseline = new Baseline("exact", [.. names.Select(name => new BaselineNetwork(
            name, "1x4", Figures(1, 1, 1, 1, 1), new Dictionary<string, CostFigures> { [name] = Figures(1, 1, 1, 1, 1) }))]);

        Baseline again = Read(BaselineFile.Write(baseline));

        Assert.Equal(
            baseline.Networks.Select(network => network.Name), again.Networks.Select(network => network.Name));
        Assert.All(names, name => Assert.Equal(name, again.Find(name)!.Layers.Single().Key));
    }

    [Theory]
    [InlineData("", 1, 1, "the document is empty; a baseline has at least 'baseline', 'convention' and 'networks'")]
    [InlineData("[]", 1, 1, "a baseline is a map of baseline, convention, networks, not a list")]
    [InlineData(
        "{ \"budget\": \"ci\", \"baseline\": 1 }",
        1,
        1,
        "this is a budget, not a baseline; give it to Test-NetworkBudget as -Budget")]
    [InlineData("{ \"a\": 1 }", 1, 1, "this is no baseline, for it has no 'baseline'; write the baseline anew")]
    [InlineData(
        "{ \"baseline\": 2 }",
        1,
        15,
        "'2' is a form of baselines that is not known here, as 1 is; write the baseline anew")]
    [InlineData("{ \"baseline\": 1 }", 1, 1, "'convention' is missing here; write the baseline anew")]
    [InlineData(
        "{ \"baseline\": 1, \"convention\": \"exact\" }", 1, 1, "'networks' is missing here; write the baseline anew")]
    [InlineData(
        "{ \"baseline\": 1, \"convention\": \"exact\", \"nets\": {} }",
        1,
        41,
        "'nets' has no meaning in a baseline; known are baseline, convention, networks.")]
    public void What_is_no_baseline_is_an_error_at_its_place(string text, int line, int column, string message) =>
        Fails(text, line, column, message);

    [Theory]
    [InlineData("{ \"total\": {} }", 15, "'input' is missing here; write the baseline anew")]
    [InlineData("{ \"input\": \"1x4\" }", 15, "'total' is missing here; write the baseline anew")]
    [InlineData("[1]", 15, "the network 'n' is a map of its figures, not a list")]
    [InlineData("{ \"input\": \"1x4\", \"total\": 3 }", 42, "figures are a map, not '3'")]
    [InlineData(
        "{ \"input\": \"1x4\", \"total\": { \"macs\": 1.5 } }",
        52,
        "macs must be a whole number of at most 64 bits, not '1.5'")]
    [InlineData(
        "{ \"input\": \"1x4\", \"total\": { \"macs\": -1 } }",
        52,
        "macs must be a whole number of at most 64 bits, not '-1'")]
    [InlineData(
        "{ \"input\": \"1x4\", \"total\": { \"macs\": 9223372036854775808 } }",
        52,
        "macs must be a whole number of at most 64 bits, not '9223372036854775808'")]
    [InlineData(
        "{ \"input\": \"1x4\", \"total\": { \"macs\": [1] } }",
        52,
        "macs must be a whole number of at most 64 bits, not a list")]
    [InlineData(
        "{ \"input\": \"1x4\", \"total\": { \"mac\": 1 } }",
        44,
        "'mac' has no meaning in figures; known are parameters, buffers, macs, flops, activations. Did you mean 'macs'?")]
    [InlineData(
        "{ \"input\": \"1x4\", \"total\": { \"macs\": 3 }, \"layers\": { \"a\": { \"macs\": 2 } } }",
        42,
        "the layers of 'n' do not add up to its total, as after two edits that met; write the baseline anew")]
    [InlineData(
        "{ \"input\": \"1x4\", \"total\": { \"macs\": 3 }, \"layers\": { \"a\": { \"macs\": 9223372036854775807 }, "
        + "\"b\": { \"macs\": 1 } } }",
        42,
        "the layers of 'n' do not add up to its total, as after two edits that met; write the baseline anew")]
    public void What_is_no_network_is_an_error_at_its_place(string network, int column, string message) =>
        Fails($"baseline: 1\nconvention: exact\nnetworks: {{ n: {network} }}", 3, column + 1, message);

    [Fact]
    public void A_layer_that_stands_twice_is_refused() => Fails(
        "baseline: 1\nconvention: exact\nnetworks:\n  n:\n    input: 1x4\n    total: {}\n    layers: { a: {}, a: {} }",
        7,
        22,
        "the key 'a' stands here twice; keep one");

    private static Baseline Read(string text) => BaselineFile.ReadText(text, "b.json");

    private static void Fails(string text, int line, int column, string message)
    {
        NetworkException error = Assert.Throws<NetworkException>(() => Read(text));

        Assert.Equal($"b.json({line},{column}): {message}", error.Message);
        Assert.Equal(ErrorCode.BaselineInvalid, error.Code);
    }

    private static CostFigures Figures(long parameters, long buffers, long macs, long flops, long activations) => new()
    {
        Parameters = parameters,
        Buffers = buffers,
        Macs = macs,
        Flops = flops,
        Activations = activations,
    };
}
