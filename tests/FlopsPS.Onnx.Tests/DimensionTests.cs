using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
using FlopsPS.Tensors;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>Sizes that a model leaves open: given by name, by shape or by the batch, and never guessed.</summary>
public sealed class DimensionTests
{
    private const string Bert = "onnx/bert_base_hf_dyn.onnx";
    private const string ResNet = "onnx/resnet18_dyn.onnx";

    [Fact]
    public void Open_dimensions_are_the_parameters_of_the_network() =>
        Assert.Equal(["batch", "seq"], Template(Bert).ParameterNames);

    [Fact]
    public void Missing_dimensions_are_named_with_the_inputs_that_have_them()
    {
        var error = Assert.Throws<NetworkException>(() => Models.Read(Bert));

        Assert.Equal(ErrorCode.InputShapeMissing, error.Code);
        Assert.Equal(
            "the model leaves sizes of its inputs open: 'input_ids' (batch x seq), 'attention_mask' (batch x seq), "
                + "'token_type_ids' (batch x seq); give them, for example: -Dimension @{ 'batch' = 1; 'seq' = 128 }",
            error.Reason);
    }

    [Theory]
    [InlineData("-Dimension @{ 'n' = 1; 'h' = 224; 'w' = 224 }", "n", 3, "h", "w")]
    [InlineData("-Dimension @{ 'n' = 1; 'c' = 3; 'h' = 224; 'w' = 224 }", "n", "c", "h", "w")]
    [InlineData("-Dimension @{ 'n' = 1; 'h' = 224; 'w' = 224 }", "n", "h", "w", 3)]
    [InlineData("-Dimension @{ 'n' = 1; 'past' = 512 }", "n", 12, "past", 64)] // what attention has seen before
    [InlineData("-Dimension @{ 'n' = 1 }", 2, "n", 64)] // the states of two layers
    [InlineData("-Dimension @{ 'length' = 512; 'Batch' = 1 }", "length", "Batch", 64)] // steps before samples
    [InlineData("-Dimension @{ 'it''s' = 1 }", "it's")]
    [InlineData("-InputShape @{ 'x' = '1x3x224x224' }", "", 3, "h", "w")]
    [InlineData("-InputShape @{ 'x' = '1x512' }", "", "")]
    public void What_is_missing_is_said_as_it_can_be_typed(string typed, params object[] sizes)
    {
        var error = Assert.Throws<NetworkException>(() => Read(Write.Value("x", sizes)));

        Assert.EndsWith("; give them, for example: " + typed, error.Reason);
    }

    [Fact]
    public void A_shape_says_names_that_then_need_not_be_given()
    {
        var error = Assert.Throws<NetworkException>(() => Read(
            Write.Value("x", "n", string.Empty), Write.Value("y", "n", "t"), Write.Shapeless("z", Write.Float)));

        Assert.Equal(
            "the model leaves sizes of its inputs open: 'x' (n x ?), 'y' (n x t), 'z' (of any shape); give them, for "
                + "example: -Dimension @{ 't' = 512 } -InputShape @{ 'x' = '1x512'; 'z' = '1x3x224x224' }",
            error.Reason);
    }

    [Fact]
    public void Of_many_open_inputs_some_are_named()
    {
        var error = Assert.Throws<NetworkException>(
            () => Read([.. Enumerable.Range(0, 5).Select(i => Write.Value($"x{i}", "n"))]));

        Assert.Equal(
            "the model leaves sizes of its inputs open: 'x0' (n), 'x1' (n), 'x2' (n) and 2 more; give them, for example: "
                + "-Dimension @{ 'n' = 1 }",
            error.Reason);
    }

    [Fact]
    public void The_shape_of_one_input_says_what_names_mean_in_all()
    {
        Network network = Build(Bert, new() { InputShapes = Shapes(("input_ids", [2, 16])) });

        Assert.Equal("2x16, 2x16, 2x16", network.InputShape);
    }

    [Fact]
    public void The_batch_is_the_first_dimension()
    {
        Network network = Build(ResNet, new() { BatchSize = 4 });

        Assert.Equal(4, network.BatchSize);
        Assert.Equal(4 * 1_814_073_344L, Models.Measure(network).Macs);
    }

    [Theory]
    [InlineData(2L, 3L, 224L, 224L)]
    [InlineData(3L, 224L, 224L)] // the batch comes from the dimension
    public void A_shape_may_leave_out_the_batch(params long[] sizes)
    {
        Network network = Build(ResNet, new()
        {
            InputShapes = Shapes(("", sizes)),
            Parameters = new Dictionary<string, object> { ["N"] = 2L },
        });

        Assert.Equal("2x3x224x224", network.InputShape);
    }

    [Fact]
    public void A_stated_size_gives_way_to_a_shape()
    {
        Network network = Build("onnx/squeezenet1_1.onnx", new() { InputShapes = Shapes(("", [3, 3, 224, 224])) });

        Assert.Equal(3 * 349_151_936L, Models.Measure(network).Macs);
    }

    [Theory]
    [InlineData("n", 2L)]
    [InlineData("N", 2L)]
    public void Names_of_dimensions_are_found_in_any_case(string name, long size) =>
        Assert.Equal("2x3x224x224", Models.Read(ResNet, (name, size)).InputShape);

    [Theory]
    [InlineData(0L, 3L)]
    [InlineData(5L, 8L)]
    public void A_cache_may_be_empty(long past, long keys)
    {
        Message[] values = [Value("x", 1, 2, 3, 4), Value("p", 1, 2, "past", 4)];
        byte[] model = Model(Graph(
            [Node("Concat", "p x", "k", Attribute("axis", 2)), Node("Attention", "x k k", "y")],
            values,
            [Shapeless("y", Float)]));

        Network network = Models.Read(model, "cache", ("past", past));

        Assert.Equal("1x2x3x4", Models.Outputs(network));
        Assert.Equal(2 * 2 * 3 * keys * 4, Models.Measure(network).Macs);
    }

    [Theory]
    [InlineData("MatMul", "x w", 0, 0)] // sums of no products
    [InlineData("ReduceSum", "x", 0, 0)]
    [InlineData("Softmax", "x", 0, 0)]
    [InlineData("LayerNormalization", "x s", 0, 8)] // 4 rows of nothing: add epsilon, root
    public void Nothing_takes_no_work(string @operator, string inputs, long macs, long steps)
    {
        Network network = Models.Read(
            Model(Graph(
                [Node(@operator, inputs, "y")],
                [Value("x", 4, 0)],
                [Shapeless("y", Float)],
                Ones("w", 0, 5),
                Ones("s", 0))),
            "nothing");

        Assert.Equal(macs, Models.Measure(network).Macs);
        Assert.Equal(0, Models.Measure(network).Flops);
        Assert.Equal(steps, Models.Measure(network, "full").Flops);
    }

    [Fact]
    public void Two_sizes_for_one_name_are_refused()
    {
        var error = Assert.Throws<NetworkException>(() => Build(Bert, new()
        {
            InputShapes = Shapes(("input_ids", [1, 16]), ("attention_mask", [1, 17])),
        }));

        Assert.Equal(ErrorCode.ParameterInvalid, error.Code);
        Assert.Contains("'seq' is 16 elsewhere, but 17 in the input 'attention_mask'", error.Message);
    }

    [Theory]
    [InlineData("sec", "Did you mean 'seq'?")]
    [InlineData("depth", "it has batch, seq")]
    public void An_unknown_dimension_is_refused_with_those_there_are(string name, string hint)
    {
        var error = Assert.Throws<NetworkException>(() => Models.Read(Bert, (name, 1L)));

        Assert.Equal(ErrorCode.ParameterInvalid, error.Code);
        Assert.Contains(hint, error.Message);
    }

    [Fact]
    public void A_network_made_on_request_remembers_the_request()
    {
        Network network = Models.Read(Bert, ("batch", 1L), ("seq", 8L));

        Network longer = network.With(new() { Parameters = new Dictionary<string, object> { ["seq"] = 16L } });

        Assert.Equal("1x16, 1x16, 1x16", longer.InputShape);
    }

    [Fact]
    public void A_layer_over_nothing_costs_nothing()
    {
        byte[] model = Write.Model(Write.Graph(
            [
                Write.Node("MatMul", "x w", "y"),
                Write.Node("Softmax", "y", "z"),
                Write.Node("LayerNormalization", "z s", "u"),
                Write.Node("Relu", "u", "v"),
            ],
            [Write.Value("x", 2, "t", 3)],
            [Write.Bare("v")],
            Write.Weight("w", 3, 4),
            Write.Weight("s", 4)));

        Network network = Models.Read(model, "nothing", ("t", 0L));

        Assert.Equal("2x0x4", network.OutputShape);

        // torchinfo counts the weights of a normalisation once per sample, however little is normalised.
        IEnumerable<Convention> conventions = ConventionCatalog.All.Where(
            convention => !convention.Name.StartsWith("torchinfo", StringComparison.Ordinal));
        Assert.All(conventions, convention =>
        {
            CostRow row = Models.Measure(network, convention.Name);
            Assert.Equal(0, (row.Macs ?? 0) + (row.Flops ?? 0));
        });
    }

    [Theory]
    [InlineData(0L, "the input 'x' is 0x3, but the first of its sizes must be at least 1")]
    [InlineData(-1L, "the dimension 'n' is -1, but must be a whole number of at least 0")]
    public void A_batch_of_nothing_is_refused(long batch, string reason)
    {
        byte[] model = Write.Model(Write.Graph([], [Write.Value("x", "n", 3)], []));

        Assert.Equal(reason, Assert.Throws<NetworkException>(() => Models.Read(model, "x", ("n", batch))).Reason);
    }

    [Fact]
    public void A_file_may_state_inputs_of_nothing()
    {
        byte[] model = Write.Model(Write.Graph(
            [Write.Node("ReduceSum", "x axes", "y")],
            [Write.Value("x", 2, 3), Write.Typed("axes", Write.Int64, 0)],
            [Write.Bare("y")]));

        Assert.Equal("2x3, 0", Models.Read(model, "nothing").InputShape);
    }

    private static Network Read(params IEnumerable<Message> inputs) =>
        Models.Read(Write.Model(Write.Graph([], inputs, [])), "open");

    private static NetworkTemplate Template(string file) => OnnxReader.Read(new MemoryStream(Models.Bytes(file)), file);

    private static Network Build(string file, NetworkRequest request) =>
        Template(file).Build(request, CancellationToken.None);

    private static Dictionary<string, TensorShape> Shapes(params (string Name, long[] Sizes)[] shapes) =>
        shapes.ToDictionary(shape => shape.Name, shape => new TensorShape(shape.Sizes));
}
