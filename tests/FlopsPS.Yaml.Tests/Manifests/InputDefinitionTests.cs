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
            "an input with a shape needs its layout: one of NHWC, NCHW, NDHWC, NCDHW, NLC, NCL, NTD, NF, NT"
        },
        {
            """
            input: { shape: [1, 28, 28, 3], layout: NHCW }
            layers: []
            """,
            ManifestInvalid, 1, 41,
            "layout 'NHCW' is not one of NHWC, NCHW, NDHWC, NCDHW, NLC, NCL, NTD, NF, NT. Did you mean 'NHWC'?"
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
}
