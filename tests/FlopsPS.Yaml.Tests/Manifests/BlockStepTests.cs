using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class BlockStepTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: { features: 4 }
            blocks:
              outer: { parameters: { width: 3 }, layers: [inner] }
              inner: { layers: [{ linear: { out: width } }] }
            layers: [outer]
            """,
            ExpressionInvalid, 4, 38,
            "layer 'outer/inner/linear': 'width' is not known here."
        },
        {
            """
            input: { features: 4 }
            blocks:
              unit: { layers: [{ linear: { out: index } }] }
            layers:
              - unit:
                repeat: 2
            """,
            ExpressionInvalid, 3, 37,
            "layer 'unit/0/linear': 'index' is not known here."
        },
        {
            """
            input: { features: 4 }
            blocks:
              unit: { parameters: { width: 2*depth, depth: 1 }, layers: [relu] }
            layers: [unit]
            """,
            ExpressionInvalid, 3, 32,
            "layer 'unit': 'depth' is not known here. (in '2*depth')"
        },
        {
            """
            input: { features: 4 }
            blocks:
              unit: { parameters: { width: }, layers: [relu] }
            layers:
              - unit: { width: depth }
            """,
            ExpressionInvalid, 5, 20,
            "layer 'unit': 'depth' is not known here."
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
