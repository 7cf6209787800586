using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
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
    public void A_missing_dimension_is_named_with_the_inputs_that_have_it()
    {
        var error = Assert.Throws<NetworkException>(() => Models.Read(Bert, ("batch", 1L)));

        Assert.Equal(ErrorCode.InputShapeMissing, error.Code);
        Assert.Contains("the dimension 'seq' is not known", error.Message);
        Assert.Contains("'input_ids' (batchxseq), 'attention_mask' (batchxseq)", error.Message);
        Assert.Contains("-Dimension @{ 'seq' = 1 }", error.Message);
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

    [Fact]
    public void A_size_below_0_is_refused() => Assert.Contains(
        "the dimension 'N' is -1, but must be a whole number of at least 0",
        Assert.Throws<NetworkException>(() => Models.Read(ResNet, ("N", -1L))).Message);

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

    private static NetworkTemplate Template(string file) => OnnxReader.Read(new MemoryStream(Models.Bytes(file)), file);

    private static Network Build(string file, NetworkRequest request) =>
        Template(file).Build(request, CancellationToken.None);

    private static Dictionary<string, TensorShape> Shapes(params (string Name, long[] Sizes)[] shapes) =>
        shapes.ToDictionary(shape => shape.Name, shape => new TensorShape(shape.Sizes));
}
