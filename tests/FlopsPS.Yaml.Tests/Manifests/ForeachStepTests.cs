using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class ForeachStepTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: { features: 4 }
            layers:
              - foreach: { in: [b], as: a, layers: [] }
            """,
            ExpressionInvalid, 3, 21,
            "'b' is not known here."
        },
        {
            """
            input: { features: 4 }
            layers:
              - foreach:
                  in: [[1, 2], [2*b, 3]]
                  as: [a, b]
                  layers: [relu]
                name: table
            """,
            ExpressionInvalid, 4, 21,
            "layer 'table': 'b' is not known here. (in '2*b')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - foreach:
                  in: [8, 0]
                  as: width
                  layers:
                    - linear: { out: width }
            """,
            ArgumentInvalid, 7, 26,
            "layer 'linear2': out '0' is not a whole number of at least 1."
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
