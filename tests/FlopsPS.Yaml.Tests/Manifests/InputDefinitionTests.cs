using System.Linq;
using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class InputDefinitionTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: 3
            layers: []
            """,
            ManifestInvalid, 1, 8,
            "an input is a map of sizes such as { channels: 3, height: 224, width: 224 }, or { shape: [1, 28, 28, "
            + "3], layout: NHWC }, not '3'"
        },
        {
            """
            input: { chanels: 3, height: 8, width: 8 }
            layers: []
            """,
            ManifestInvalid, 1, 10,
            "'chanels' has no meaning in an input; known are channels, height, width, depth, length, features, "
            + "tokens, batch, shape, layout. Did you mean 'channels'?"
        },
        {
            """
            input: { channels: 3, height: 8 }
            layers: []
            """,
            ManifestInvalid, 1, 8,
            "{ channels, height } is not an input; it takes { channels, height, width } or { channels, depth, "
            + "height, width } or { channels, length } or { features } or { tokens, features } or { tokens }, or { "
            + "shape, layout }"
        },
        {
            """
            input: { shape: [1, 2] }
            layers: []
            """,
            ManifestInvalid, 1, 8,
            "an input with a shape needs its layout: one of NHWC, NCHW, NDHWC, NCDHW, NLC, NCL, NTD, NF, NT, any"
        },
        {
            """
            input: { shape: [1, 28, 28, 3], layout: NHCW }
            layers: []
            """,
            ManifestInvalid, 1, 41,
            "layout 'NHCW' is not one of NHWC, NCHW, NDHWC, NCDHW, NLC, NCL, NTD, NF, NT, any. Did you mean 'NHWC'?"
        },
        {
            """
            input: { shape: [28, 3], layout: NHWC }
            layers: []
            """,
            ManifestInvalid, 1, 17,
            "the layout NHWC takes 4 sizes, or 3 without the batch; 28x3 has 2"
        },
        {
            """
            input: { shape: 3, layout: NF }
            layers: []
            """,
            ManifestInvalid, 1, 17,
            "shape must be a list, not '3'"
        },
        {
            """
            input: { shape: [3], layout: [NF] }
            layers: []
            """,
            ManifestInvalid, 1, 30,
            "layout must be a text, not a list"
        },
        {
            """
            input: { shape: [3], layout: NF, batch: 2 }
            layers: []
            """,
            ManifestInvalid, 1, 34,
            "'batch' has no meaning in an input with a shape; known are shape, layout."
        },
        {
            """
            input: { shape: [0], layout: NF }
            layers: []
            """,
            ExpressionInvalid, 1, 18,
            "an input needs a whole number of at least 1, not 0"
        },
        {
            """
            input: { features: 0 }
            layers: []
            """,
            ExpressionInvalid, 1, 20,
            "an input needs a whole number of at least 1, not 0"
        },
        {
            """
            input: { features: 1/3 }
            layers: []
            """,
            ExpressionInvalid, 1, 20,
            "an input needs a whole number of at least 1, not 1/3"
        },
        {
            """
            input: { features: 4, batch: -1 }
            layers: []
            """,
            ExpressionInvalid, 1, 30,
            "batch needs a whole number of at least 1, not -1"
        },
        {
            """
            input: { features: }
            layers: []
            """,
            ManifestInvalid, 1, 20,
            "a value was expected here, not nothing"
        },
        {
            """
            input: { features: [4, 4] }
            layers: []
            """,
            ExpressionInvalid, 1, 20,
            "an input needs a whole number of at least 1, not [4, 4]"
        },
        {
            """
            input: { features: x }
            layers: []
            """,
            ExpressionInvalid, 1, 20,
            "'x' is not known here."
        },
        {
            """
            parameters: { width: 3 }
            input: { features: widht }
            layers: []
            """,
            ExpressionInvalid, 2, 20,
            "'widht' is not known here. Known are width. Did you mean 'width'?"
        },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void What_is_wrong_is_said_at_its_place(
        string manifest, ErrorCode code, int line, int column, string message)
    {
        Reading.Fails(manifest, code, line, column, message);
    }

    [Theory]
    [InlineData("{ channels: 3, height: 8, width: 6 }", "1x3x8x6", "NCHW")]
    [InlineData("{ width: 6, height: 8, channels: 3, batch: 2 }", "2x3x8x6", "NCHW")]
    [InlineData("{ channels: 3, depth: 4, height: 8, width: 6 }", "1x3x4x8x6", "NCDHW")]
    [InlineData("{ channels: 3, length: 100 }", "1x3x100", "NCL")]
    [InlineData("{ features: 2*4 }", "1x8", "NF")]
    [InlineData("{ tokens: 196, features: 768 }", "1x196x768", "NTF")]
    [InlineData("{ tokens: 196, features: 768, batch: 2 }", "2x196x768", "NTF")]
    [InlineData("{ tokens: 128 }", "1x128", "NT")]
    [InlineData("{ shape: [1, 28, 27, 3], layout: NHWC }", "1x3x28x27", "NCHW")]
    [InlineData("{ shape: [28, 27, 3], layout: NHWC }", "1x3x28x27", "NCHW")]
    [InlineData("{ shape: [2, 3, 28, 27], layout: NCHW }", "2x3x28x27", "NCHW")]
    [InlineData("{ shape: [2, 16, 28, 27, 3], layout: NDHWC }", "2x3x16x28x27", "NCDHW")]
    [InlineData("{ shape: [3, 16, 28, 27], layout: NCDHW }", "1x3x16x28x27", "NCDHW")]
    [InlineData("{ shape: [100, 3], layout: NLC }", "1x3x100", "NCL")]
    [InlineData("{ shape: [3, 100], layout: NCL }", "1x3x100", "NCL")]
    [InlineData("{ shape: [196, 768], layout: NTD }", "1x196x768", "NTF")]
    [InlineData("{ shape: [2, 768], layout: NF }", "2x768", "NF")]
    [InlineData("{ shape: [128], layout: NT }", "1x128", "NT")]
    public void An_input_comes_in_the_order_of_the_engine(string input, string shape, string layout)
    {
        Network network = Reading.Build($"input: {input}\nlayers: []");

        Assert.Equal((shape, shape), (network.InputShape, network.OutputShape));
        Assert.Equal(layout, network.Inputs[0].Tensor.Shape.Layout);
    }

    [Fact]
    public void Several_inputs_have_names()
    {
        Network network = Reading.Build("""
            parameters: { size: 8 }
            inputs:
              image: { channels: 3, height: size, width: size }
              mask: { channels: 1, height: size, width: size }
            layers:
              - { conv: { out: in.channels, kernel: 1 }, from: image }
              - { add: , from: [conv, mask] }
            """);

        Assert.Equal(["image", "mask"], network.Inputs.Select(input => input.Name));
        Assert.Equal("1x3x8x8, 1x1x8x8", network.InputShape);
        Assert.Equal("1x3x8x8", network.OutputShape);
    }

    [Fact]
    public void The_first_layer_reads_all_inputs() => Assert.Equal(["concat 1x7"], Reading.Shapes("""
        inputs: { a: { features: 3 }, b: { features: 4 } }
        layers: [concat]
        """));
}
