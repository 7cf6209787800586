using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FlopsPS.Networks;
using FlopsPS.Numbers;
using FlopsPS.Tensors;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class ManifestTemplateTests
{
    private const string Manifest = """
        parameters: { width: 8, kernel: 3, bias: true, act: relu }
        input: { channels: 3, height: 16, width: 16 }
        layers:
          - conv: { out: width, kernel: kernel, bias: bias }
          - { relu: , when: act == relu }
        """;

    private const string TwoInputs = """
        inputs: { a: { features: 4 }, b: { features: 4 } }
        layers: [add]
        """;

    public static TheoryData<string, NetworkRequest, string> WrongRequests => new()
    {
        {
            Manifest, Parameter("widht", 3L),
            "'m' has no parameter 'widht'; it has width, kernel, bias, act. Did you mean 'width'?"
        },
        { "input: { features: 4 }\nlayers: []", Parameter("a", 3L), "'a' cannot be set: 'm' has no parameters" },
        {
            Manifest, Parameter("width", 3.5),
            "the parameter 'width' takes a number, true, false, a word or a list of those, not '3.5'"
        },
        { Manifest, new() { BatchSize = 0 }, "the batch size must be at least 1, not 0" },
        { Manifest, new() { BatchSize = -1 }, "the batch size must be at least 1, not -1" },
        { Manifest, Shape("inptu", 1, 3, 8, 8), "the network has no input 'inptu': its inputs are input" },
        {
            TwoInputs, Shape("", 1, 4),
            "the network has several inputs, so say which shape is for which: its inputs are a, b"
        },
        { Manifest, Shape("input"), "the shape of an input has at least a batch" },
    };

    [Theory]
    [MemberData(nameof(WrongRequests))]
    public void A_request_that_does_not_fit_is_refused(string manifest, NetworkRequest request, string message)
    {
        NetworkException error = Assert.Throws<NetworkException>(() => Reading.Build(manifest, request));

        Assert.Equal((ParameterInvalid, message), (error.Code, error.Message));
    }

    [Fact]
    public void A_parameter_without_a_value_needs_one()
    {
        const string manifest = "parameters: { width: }\ninput: { features: width }\nlayers: []";

        Reading.Fails(
            manifest, ParameterInvalid, 1, 15,
            "the parameter 'width' needs a value: set it here, or with -Parameter @{ width = … }");
        Assert.Equal("1x7", Reading.Build(manifest, Parameter("width", 7L)).InputShape);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-8)]
    public void A_parameter_that_a_layer_cannot_use_is_an_error_of_the_layer(int width)
    {
        NetworkException error = Assert.Throws<NetworkException>(
            () => Reading.Build(Manifest, Parameter("width", width)));

        Assert.Equal(
            $"m.yaml(4,18): layer 'conv': out '{width}' is not a whole number of at least 1.", error.Message);
    }

    [Fact]
    public void An_input_of_size_0_is_refused()
    {
        NetworkException error = Assert.Throws<NetworkException>(
            () => Reading.Build(Manifest, Shape("input", 1, 3, 0, 8)));

        Assert.Equal(ShapeMismatch, error.Code);
    }

    public static TheoryData<NetworkRequest, string, string> Requests => new()
    {
        { NetworkRequest.None, "1x3x16x16", "1x8x14x14" },
        { Parameter("width", 5L), "1x3x16x16", "1x5x14x14" },
        { Parameter("width", 5), "1x3x16x16", "1x5x14x14" },
        { Parameter("width", new Rational(10, 2)), "1x3x16x16", "1x5x14x14" },
        { Parameter("kernel", new object[] { 3L, 5L }), "1x3x16x16", "1x8x14x12" },
        { new() { BatchSize = 4 }, "4x3x16x16", "4x8x14x14" },
        { Shape("input", 2, 1, 8, 9), "2x1x8x9", "2x8x6x7" },
        { Shape("", 2, 1, 8, 9), "2x1x8x9", "2x8x6x7" },
        { new() { BatchSize = 4, InputShapes = Shape("", 2, 1, 8, 9).InputShapes }, "4x1x8x9", "4x8x6x7" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_changes_parameters_batch_and_shapes(NetworkRequest request, string input, string output)
    {
        Network network = Reading.Build(Manifest, request);

        Assert.Equal((input, output), (network.InputShape, network.OutputShape));
    }

    [Fact]
    public void Truth_values_and_words_can_be_requested()
    {
        Network network = Reading.Build(Manifest, new NetworkRequest
        {
            Parameters = new Dictionary<string, object> { ["bias"] = false, ["act"] = "none" },
        });

        Assert.Equal("conv: { out: 8, kernel: 3, bias: false }", network.Nodes.Single().Layer.ToString());
    }

    [Fact]
    public void A_request_wins_over_the_variant_and_the_variant_over_the_default()
    {
        NetworkTemplate template = Reading.Template("""
            parameters: { width: 8, depth: 2*width }
            variants: { wide: { width: 16 } }
            input: { features: depth }
            layers: []
            """);

        Assert.Equal("1x32", template.Build(NetworkRequest.None, default).InputShape);
        Assert.Equal("1x10", template.Build(Parameter("width", 5L), default).InputShape);
    }

    [Fact]
    public void A_requested_shape_keeps_the_names_of_the_axes()
    {
        Network network = Reading.Build(
            """
            input: { channels: 3, length: 100 }
            layers:
              - conv: { out: in.length, kernel: 1, in: in.channels }
            """,
            Shape("input", 1, 5, 50));

        Assert.Equal("1x50x50", network.OutputShape);
    }

    [Fact]
    public void Two_inputs_take_their_own_shapes()
    {
        Network network = Reading.Build(TwoInputs, new NetworkRequest
        {
            InputShapes = new Dictionary<string, TensorShape> { ["a"] = new([2, 7]), ["b"] = new([1, 7]) },
        });

        Assert.Equal("2x7, 1x7", network.InputShape);
        Assert.Equal("2x7", network.OutputShape);
    }

    [Fact]
    public void A_built_network_can_be_changed_further()
    {
        Network network = Reading.Build(Manifest)
            .With(Parameter("width", 5L))
            .With(new() { BatchSize = 2 })
            .With(Parameter("kernel", 5L));

        Assert.Equal("2x5x12x12", network.OutputShape);
        Assert.Equal("2x5x4x5", network.With(Shape("", 2, 1, 8, 9)).OutputShape);
        Assert.Equal("1x5x4x5", network.With(Shape("", 1, 1, 8, 9)).OutputShape);
    }

    [Fact]
    public void Building_twice_gives_equal_networks()
    {
        NetworkTemplate template = Reading.Template(ResNet50.Manifest);

        Assert.Equal(Lines(template), Lines(template));
    }

    [Fact]
    public void A_template_builds_on_many_threads_at_once()
    {
        NetworkTemplate template = Reading.Template(ResNet50.Manifest);
        string[] expected = [.. Lines(Reading.Template(ResNet50.Manifest))];

        Parallel.For(0, 64, _ => Assert.Equal(expected, Lines(template)));
    }

    [Fact]
    public void An_error_is_the_same_on_every_thread()
    {
        NetworkTemplate template = Reading.Template(ResNet50.Manifest.Replace("kernel: 7", "kernel: 0"));

        Parallel.For(0, 64, _ => Assert.Equal(
            "m.yaml(27,33): layer 'conv': kernel '0' is not a whole number of at least 1.",
            Assert.Throws<NetworkException>(() => template.Build(NetworkRequest.None, default)).Message));
    }

    private static IEnumerable<string> Lines(NetworkTemplate template) => template
        .Build(NetworkRequest.None, default)
        .Nodes
        .Select(node => $"{node.Path} {node.Layer} {node.Inputs[0].Shape} {node.Outputs[0].Shape} {node.Position}");

    private static NetworkRequest Parameter(string name, object value) =>
        new() { Parameters = new Dictionary<string, object> { [name] = value } };

    private static NetworkRequest Shape(string input, params long[] sizes) =>
        new() { InputShapes = new Dictionary<string, TensorShape> { [input] = new(sizes) } };
}
