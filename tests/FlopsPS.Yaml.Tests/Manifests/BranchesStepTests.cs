using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class BranchesStepTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - branches: { paths: [[{ conv: { out: 2, kernel: 1 } }], []], join: add }
            """,
            ShapeMismatch, 3, 5,
            "layer 'add': 1x2x8x8 and 1x3x8x8 cannot be joined element by element: axis 1 has 2 and 3"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - branches: { paths: [[{ maxpool: { kernel: 2 } }], []] }
            """,
            ShapeMismatch, 3, 5,
            "layer 'concat': 1x3x4x4 and 1x3x8x8 cannot be concatenated along axis 1: all other axes must agree"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - branches: { paths: [[relu]], join: multiply }
            """,
            ShapeMismatch, 3, 5,
            "layer 'multiply': multiply takes 2 or more tensors, but 1 come in; name the ones it reads with 'from'"
        },
        {
            """
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - split: { parts: 3 }
              - branches: { paths: [[relu], []] }
            """,
            ShapeMismatch, 4, 26,
            "layer 'branch/relu': relu takes 1 tensor, but 3 come in; name the ones it reads with 'from'"
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
