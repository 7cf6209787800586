using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class LayerStepTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 1.5 }
            """,
            ArgumentInvalid, 3, 20,
            "layer 'linear': out '1.5' is not a whole number of at least 1."
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: in.features/3 }
            """,
            ArgumentInvalid, 3, 20,
            "layer 'linear': out '4/3' is not a whole number of at least 1."
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 0 }
            """,
            ArgumentInvalid, 3, 20,
            "layer 'linear': out '0' is not a whole number of at least 1."
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: true }
            """,
            ArgumentInvalid, 3, 20,
            "layer 'linear': out 'true' is not a whole number of at least 1."
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: [3] }
            """,
            ArgumentInvalid, 3, 20,
            "layer 'linear': out '[3]' is not a whole number of at least 1."
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 3, bias: 3 }
            """,
            ArgumentInvalid, 3, 29,
            "layer 'linear': bias '3' is not true or false."
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 3, in: 5 }
            """,
            ShapeMismatch, 3, 5,
            "layer 'linear': in is 5, but the input 1x4 has 4 features"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - conv: { out: 3, kernel: 3, padding: smae }
            """,
            ArgumentInvalid, 3, 41,
            "layer 'conv': padding 'smae' is not one of same, valid or a size. Did you mean 'same'?"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - conv: { out: 3, kernel: 3, groups: depthwis }
            """,
            ArgumentInvalid, 3, 40,
            "layer 'conv': groups 'depthwis' is not a whole number of at least 1. Did you mean 'depthwise'?"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - conv: { out: 3, kernel: 3x3x3 }
            """,
            ShapeMismatch, 3, 5,
            "layer 'conv': kernel [3, 3, 3] has 3 values; the input has 2 spatial axes, so give one value or one "
            + "per axis"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - conv: { out: 3, kernel: [3, same] }
            """,
            ArgumentInvalid, 3, 29,
            "layer 'conv': kernel 'same' is not a whole number of at least 1."
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - conv: { out: 3, kernel: 9 }
            """,
            ShapeMismatch, 3, 5,
            "layer 'conv': the kernel is larger than the padded input 1x3x8x8: nothing would come out"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - upsample: { scale: 2, mode: biliner }
            """,
            ArgumentInvalid, 3, 33,
            "layer 'upsample': mode 'biliner' is not one of nearest, linear, bilinear, bicubic or trilinear. Did "
            + "you mean 'bilinear'?"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - softmax: { axis: chanels }
            """,
            ArgumentInvalid, 3, 22,
            "layer 'softmax': axis 'chanels' is not an axis: a whole number or one of batch, channels, depth, "
            + "height, width, length, tokens or features. Did you mean 'channels'?"
        },
        {
            """
            input: { features: 4 }
            layers:
              - softmax: { axis: height }
            """,
            ShapeMismatch, 3, 5,
            "layer 'softmax': 1x4 has no axis height; its axes are 0 to 1, or by name batch, channels, features"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 9223372036854775807 }
              - reshape: { shape: [2, -1] }
            """,
            ShapeMismatch, 4, 5,
            "layer 'reshape': 1x9223372036854775807 has 9223372036854775807 elements per sample, which do not fill "
            + "[2, -1]"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - conv: { out: 4, kernel: 2, padding: 9223372036854775807 }
            """,
            CountOverflow, 3, 5,
            "layer 'conv': its sizes do not fit into 64 bits"
        },
        {
            """
            input: { features: 4 }
            layers:
              - add
            """,
            ShapeMismatch, 3, 5,
            "layer 'add': add takes 2 or more tensors, but 1 come in; name the ones it reads with 'from'"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            blocks:
              unit:
                layers:
                  - conv: { out: 4, kernel: 1 }
                  - conv: { out: 4, kernel: 9 }
            layers:
              - relu
              - unit:
                repeat: 2
                name: layer2
            """,
            ShapeMismatch, 6, 9,
            "layer 'layer2/0/conv2': the kernel is larger than the padded input 1x4x8x8: nothing would come out"
        },
        {
            """
            input: { features: 4 }
            layers:
              - einsum: { equation: [ij, jk] }
            """,
            ManifestInvalid, 3, 25,
            "equation must be a text, not a list"
        },
        {
            """
            input: { features: 4 }
            layers:
              - einsum: { equation: i1->i }
            """,
            ArgumentInvalid, 3, 25,
            "layer 'einsum': equation 'i1->i': '1' is not a letter from a to z, a comma, ... or ->"
        },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void What_is_wrong_is_said_at_its_place(
        string manifest, ErrorCode code, int line, int column, string message)
    {
        Reading.Fails(manifest, code, line, column, message);
    }

    [Fact]
    public void A_text_is_no_expression_whatever_parameters_are_called() => Assert.Equal(
        ["x 1x7x4", "einsum 1x7x7"],
        Reading.Shapes(
            """
            parameters: { bij: 3 }
            input: { tokens: 7, features: 4 }
            layers:
              - relu: {}
                name: x
              - einsum: { equation: "bij,bkj->bik" }
                from: [x, x]
            """));

    [Theory]
    [InlineData("conv: { out: 8, kernel: 3, padding: same, groups: depthwise }", "1x8x8x8")]
    [InlineData("maxpool: { kernel: 2 }", "1x4x4x4")]
    [InlineData("softmax: { axis: channels }", "1x4x8x8")]
    [InlineData("slice: { axis: -1, start: -3 }", "1x4x8x3")]
    [InlineData("upsample: { scale: 1.5, mode: bilinear }", "1x4x12x12")]
    [InlineData("batchnorm: { eps: 1e-5 }", "1x4x8x8")]
    [InlineData("flatten", "1x256")]
    public void Arguments_of_every_type_are_bound(string layer, string output)
    {
        Assert.Equal(output, Reading.Build($$"""
            input: { channels: 4, height: 8, width: 8 }
            layers:
              - {{layer}}
            """).OutputShape);
    }

    [Fact]
    public void A_wrong_layer_that_is_skipped_does_no_harm() => Assert.Equal("relu", Reading.Paths("""
        input: { features: 4 }
        layers:
          - { conv: { out: 0, kernel: 3 }, when: false }
          - relu
        """));
}
