using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using Xunit.Abstractions;

namespace FlopsPS.Yaml.Tests;

/// <summary>
/// onnx-tool on the graphs that torch exports of models, against the networks of the zoo: to the digit. Where the
/// exporter folded batch normalisations into the convolutions before them, that is done here as well. What a trace adds
/// to a network is in onnx_tool_outputs_excluded.csv, with the reason and the exact difference.
/// </summary>
public sealed class OnnxToolModelTests
{
    private static readonly IReadOnlyDictionary<string, string>[] s_rows =
        [.. GoldenTable.ReadRows("onnx_tool_outputs.csv")];

    private static readonly Dictionary<(string Model, string Folded), IReadOnlyDictionary<string, string>> s_excluded =
        GoldenTable.ReadRows("onnx_tool_outputs_excluded.csv").ToDictionary(row => (row["model"], row["folded"]));

    private readonly ITestOutputHelper _output;

    public OnnxToolModelTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string, bool, long> Models
    {
        get
        {
            var models = new TheoryData<string, bool, long>();
            foreach (IReadOnlyDictionary<string, string> row in s_rows.Where(row => Zoo.Networks.ContainsKey(row["model"])))
            {
                models.Add(row["model"], row["folded"] == "true", Number(row["macs"]));
            }

            return models;
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_is_counted_as_its_graph(string model, bool isFolded, long printed)
    {
        Network network = Zoo.BuildAsMeasured(model);
        CostRow row = Cost(network);

        long ours = row.Macs!.Value - (isFolded ? Folded(network) : 0);

        string difference = s_excluded.TryGetValue((model, isFolded ? "true" : "false"), out var cell)
            ? cell["difference"]
            : "0";
        Assert.Equal(printed + Number(difference), ours);
        Assert.Null(row.Uncounted);
    }

    [Theory]
    [InlineData("alexnet")]
    [InlineData("vgg16")]
    [InlineData("squeezenet1_0")]
    [InlineData("resnet18")]
    [InlineData("resnet50")]
    [InlineData("mobilenet_v2")]
    [InlineData("efficientnet_b0")]
    [InlineData("densenet121")]
    [InlineData("regnet_y_400mf")]
    public void Parameters_are_the_constants_of_the_graph_with_weights_and_statistics(string model)
    {
        // A model without batch normalisations has one row.
        string printed = s_rows.First(row => row["model"] == model)["params"];

        Assert.Equal(Number(printed), Cost(Zoo.BuildAsMeasured(model)).Parameters);
    }

    [Fact]
    public void Excluded_models_stand_in_the_table_and_have_a_reason()
    {
        foreach (((string model, string folded), IReadOnlyDictionary<string, string> cell) in s_excluded)
        {
            Assert.Contains(s_rows, row => row["model"] == model && row["folded"] == folded);
            Assert.NotEqual(0, Number(cell["difference"]));
            Assert.NotEmpty(cell["reason"]);
            _output.WriteLine($"{model}: {cell["difference"]}: {cell["reason"]}");
        }

        IEnumerable<string> absent = s_rows.Select(row => row["model"]).Where(model => !Zoo.Networks.ContainsKey(model));
        _output.WriteLine($"{s_excluded.Count} of {s_rows.Length} differ; not in the zoo: {string.Join(", ", absent)}");
    }

    /// <summary>What folding saves: each batch normalisation that only follows a convolution, less the bias that the
    /// convolution then needs.</summary>
    private static long Folded(Network network)
    {
        ILookup<Tensor, Node> readers = network.Nodes
            .SelectMany(node => node.Inputs.Select(input => (input, node)))
            .ToLookup(pair => pair.input, pair => pair.node);
        long saved = 0;
        foreach (Node convolution in network.Nodes.Where(node => node.Layer.Kind == "conv" && !node.IsIdle))
        {
            Node[] next = [.. readers[convolution.Outputs[0]]];
            if (next.Length == 1 && next[0].Layer.Kind == "batchnorm")
            {
                long elements = convolution.Outputs[0].Shape.Elements;
                bool gainsBias = convolution.Layer.Arguments.Contains("bias: false");
                saved += (31 * elements) - (gainsBias ? elements : 0);
            }
        }

        return saved;
    }

    private static CostRow Cost(Network network) =>
        CostCounter.Measure(network, new MeasureOptions(ConventionCatalog.Get("onnx-tool"))).Single();

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
