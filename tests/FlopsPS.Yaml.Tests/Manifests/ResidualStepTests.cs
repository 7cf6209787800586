using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class ResidualStepTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - residual: { body: [{ conv: { out: 4, kernel: 1 } }] }
            """,
            ShapeMismatch, 3, 5,
            "layer 'add': the body makes 1x4x8x8, the shortcut 1x3x8x8; a residual adds equal shapes, so give the "
            + "shortcut a layer that makes the body's shape"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - residual: { body: [{ conv: { out: 1, kernel: 1 } }] }
            """,
            ShapeMismatch, 3, 5,
            "layer 'add': the body makes 1x1x8x8, the shortcut 1x3x8x8; a residual adds equal shapes, so give the "
            + "shortcut a layer that makes the body's shape"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - residual: { body: [{ split: { parts: 3 } }] }
            """,
            ShapeMismatch, 3, 5,
            "layer 'add': a residual adds one tensor of its body and one of its shortcut"
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
