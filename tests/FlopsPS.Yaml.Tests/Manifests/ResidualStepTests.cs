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

    [Theory]
    [InlineData("[{ linear: { out: 4 } }]", "[]", "linear 1x4|add 1x4")]
    [InlineData("[{ linear: { out: 9 } }]", "[{ linear: { out: 9 } }]", "linear 1x9|shortcut/linear 1x9|add 1x9")]
    [InlineData("[{ linear: { out: 4 } }]", "[{ relu: , when: false }]", "linear 1x4|add 1x4")]
    [InlineData("[]", "[]", "add 1x4")]
    public void Body_and_shortcut_start_from_the_same_tensor(string body, string shortcut, string nodes)
    {
        Assert.Equal(nodes.Split('|'), Reading.Shapes($$"""
            input: { features: 4 }
            layers:
              - residual: { body: {{body}}, shortcut: {{shortcut}} }
            """));
    }

    [Fact]
    public void Both_ends_are_what_the_sum_reads()
    {
        Network network = Reading.Build("""
            input: { features: 4 }
            layers:
              - residual: { body: [relu] }
            """);

        Assert.Equal([network.Nodes[0].Outputs[0], network.Inputs[0].Tensor], network.Nodes[1].Inputs);
    }
}
