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

    [Fact]
    public void Squeeze_and_excitation_scales_the_channels()
    {
        Assert.Equal(
            ["branch/globalavgpool 1x16x1x1", "branch/conv 1x4x1x1", "branch/conv2 1x16x1x1", "branch/sigmoid 1x16x1x1",
                "multiply 1x16x8x8"],
            Reading.Shapes("""
            input: { channels: 16, height: 8, width: 8 }
            layers:
              - branches:
                  paths:
                    - - globalavgpool
                      - conv: { out: in.channels//4, kernel: 1 }
                      - conv: { out: 16, kernel: 1 }
                      - sigmoid
                    - []
                  join: multiply
            """));
    }

    [Fact]
    public void Paths_are_concatenated_on_the_channels_unless_told_otherwise()
    {
        Assert.Equal(["branch/conv 1x8x4x4", "concat 1x11x4x4"], Reading.Shapes("""
            input: { channels: 3, height: 4, width: 4 }
            layers:
              - branches: { paths: [[{ conv: { out: 8, kernel: 1 } }], []] }
            """));
    }

    [Theory]
    [InlineData("tokens", "1x6x4")]
    [InlineData("-1", "1x3x8")]
    [InlineData("features", "1x3x8")]
    public void Paths_are_concatenated_on_the_axis_that_is_named(string axis, string shape)
    {
        Assert.Equal(["branch/relu 1x3x4", "concat " + shape], Reading.Shapes($$"""
            input: { tokens: 3, features: 4 }
            layers:
              - branches: { paths: [[relu], []], axis: {{axis}} }
            """));
    }

    [Fact]
    public void Behind_a_split_each_path_starts_from_its_own_part()
    {
        Assert.Equal(["split 1x2x4x4 1x6x4x4", "branch/conv 1x2x4x4", "concat 1x8x4x4"], Reading.Shapes("""
            input: { channels: 8, height: 4, width: 4 }
            layers:
              - split: { sizes: [2, 6] }
              - branches: { paths: [[{ conv: { out: in.channels, kernel: 1 } }], []] }
            """));
    }
}
