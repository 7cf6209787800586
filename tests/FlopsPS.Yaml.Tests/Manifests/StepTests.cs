using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class StepTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                name: input
            """,
            ManifestInvalid, 3, 5,
            "layer 'input': an earlier layer or input has this name; give one of them another"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                name: relu2
              - relu
              - relu
            """,
            ManifestInvalid, 6, 5,
            "layer 'relu2': an earlier layer or input has this name; give one of them another"
        },
        {
            """
            input: { features: 4 }
            layers:
              - layers: [relu]
                name: stage
              - layers: [tanh]
                name: stage
            """,
            ManifestInvalid, 5, 5,
            "layer 'stage': an earlier layer or input has this name; give one of them another"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                repeat: 1/2
            """,
            ExpressionInvalid, 4, 13,
            "layer 'relu': repeat needs a whole number of at least 0, not 0.5 (in '1/2')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                repeat: -1
            """,
            ExpressionInvalid, 4, 13,
            "layer 'relu': repeat needs a whole number of at least 0, not -1"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                repeat: [1]
            """,
            ExpressionInvalid, 4, 13,
            "layer 'relu': repeat needs a whole number of at least 0, not [1]"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                repeat: index
            """,
            ExpressionInvalid, 4, 13,
            "layer 'relu': 'index' is not known here."
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                when: 1
            """,
            ExpressionInvalid, 4, 11,
            "layer 'relu': when needs true or false, not 1"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                when: in.features > 3 and x
            """,
            ExpressionInvalid, 4, 11,
            "layer 'relu': 'x' is not known here. (in 'in.features > 3 and x')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                name: first
              - tanh:
                from: frist
            """,
            LayerNameUnknown, 6, 11,
            "layer 'tanh': no earlier layer or input is named 'frist'. Did you mean 'first'?"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                from: ""
            """,
            LayerNameUnknown, 4, 11,
            "layer 'relu': no earlier layer or input is named ''."
        },
        {
            """
            input: { features: 4 }
            layers:
              - layers:
                  - relu:
                    from: tanh
                name: stage
              - tanh
            """,
            LayerNameUnknown, 5, 15,
            "layer 'stage/relu': no earlier layer or input is named 'tanh'."
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                when: false
                name: skipped
              - tanh:
                from: skipped
            """,
            LayerNameUnknown, 7, 11,
            "layer 'tanh': no earlier layer or input is named 'skipped'."
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                from: [input, input]
            """,
            ShapeMismatch, 3, 5,
            "layer 'relu': relu takes 1 tensor, but 2 come in; name the ones it reads with 'from'"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: in.features }
                from: [input, input]
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': in.features is not clear: 2 tensors come in"
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
    [InlineData("[relu, relu, tanh, relu]", "relu relu2 tanh relu3")]
    [InlineData("[{ relu: , name: first }, relu]", "first relu")]
    [InlineData("[{ relu: , repeat: 2 }, { relu: , repeat: 1, name: last }]", "relu/0 relu/1 last/0")]
    [InlineData("[{ layers: [relu, tanh] }, relu]", "relu tanh relu2")]
    [InlineData("[{ layers: [relu, tanh], name: stage }, relu]", "stage/relu stage/tanh relu")]
    [InlineData("[{ layers: [relu], repeat: 2 }, { layers: [relu], repeat: 1 }]",
        "group/0/relu group/1/relu group2/0/relu")]
    [InlineData("[unit, unit, { unit: , name: last }]",
        "unit/relu unit/tanh unit2/relu unit2/tanh last/relu last/tanh")]
    [InlineData("[{ unit: , repeat: 2 }]", "unit/0/relu unit/0/tanh unit/1/relu unit/1/tanh")]
    [InlineData("[{ layers: [{ unit: , repeat: 1 }], name: a, repeat: 1 }]", "a/0/unit/0/relu a/0/unit/0/tanh")]
    [InlineData("[{ residual: { body: [relu], shortcut: [relu] } }, relu]", "relu shortcut/relu add relu2")]
    [InlineData("[{ residual: { body: [relu] }, name: r }, relu]", "r/relu r/add relu")]
    [InlineData("[{ branches: { paths: [[relu], [relu, relu]] } }, relu]",
        "branch/relu branch2/relu branch2/relu2 concat relu")]
    [InlineData("[{ branches: { paths: [[relu], []], join: add }, name: b, repeat: 1 }]", "b/0/branch/relu b/0/add")]
    [InlineData("[{ foreach: { in: [1, 2], as: a, layers: [relu] } }]", "relu relu2")]
    [InlineData("[{ foreach: { in: [1, 2], as: a, layers: [relu] }, name: f }]", "f/0/relu f/1/relu")]
    [InlineData("[{ relu: , name: 7 }]", "7")]
    public void A_layer_has_the_path_of_its_place(string layers, string paths)
    {
        string manifest = $$"""
            input: { features: 4 }
            blocks: { unit: { layers: [relu, tanh] } }
            layers: {{layers}}
            """;

        Assert.Equal(paths, Reading.Paths(manifest));
    }

    [Theory]
    [InlineData("true", "relu tanh relu2 relu3")]
    [InlineData("false", "relu relu3")]
    public void Names_behind_a_skipped_layer_stay(string condition, string paths)
    {
        string manifest = $$"""
            input: { features: 4 }
            layers:
              - relu
              - { tanh: , when: {{condition}} }
              - { relu: , when: {{condition}} }
              - relu
            """;

        Assert.Equal(paths, Reading.Paths(manifest));
    }

    [Fact]
    public void Two_layers_may_share_a_name_when_only_one_of_them_runs()
    {
        Assert.Equal("act tanh", Reading.Paths("""
            input: { features: 4 }
            layers:
              - { relu: , name: act, when: in.features == 4 }
              - { gelu: , name: act, when: in.features != 4 }
              - { tanh: , from: act }
            """));
    }

    [Fact]
    public void A_repetition_starts_from_the_one_before_it_and_knows_its_index()
    {
        Assert.Equal(["linear/0 1x5", "linear/1 1x7", "linear/2 1x10"], Reading.Shapes("""
            input: { features: 4 }
            layers:
              - linear: { out: in.features + index + 1 }
                repeat: in.features - 1
            """));
    }

    [Fact]
    public void The_index_is_that_of_the_innermost_repetition()
    {
        Assert.Equal(["group/0/linear/0 1x10", "group/0/linear/1 1x11", "group/0/linear2 1x20", "group/1/linear/0 1x10",
            "group/1/linear/1 1x11", "group/1/linear2 1x21"], Reading.Shapes("""
            input: { features: 4 }
            layers:
              - layers:
                  - { linear: { out: 10 + index }, repeat: 2 }
                  - linear: { out: 20 + index }
                repeat: 2
            """));
    }

    [Fact]
    public void Nothing_repeated_hands_on_what_comes_in()
    {
        Assert.Equal(["linear 1x4", "tanh 1x4"], Reading.Shapes("""
            input: { features: 4 }
            layers:
              - { linear: { out: 9 }, repeat: 0, name: none }
              - linear: { out: in.features }
              - { tanh: , from: none }
            """));
    }

    [Fact]
    public void A_layer_reads_earlier_ones_by_name()
    {
        Assert.Equal(["a 1x3", "b 1x5", "concat 1x12", "relu 1x3", "tanh 1x5", "concat2 1x8"], Reading.Shapes("""
            input: { features: 4 }
            layers:
              - { linear: { out: 3 }, name: a }
              - { linear: { out: 5 }, name: b, from: input }
              - { concat: , from: [a, b, input] }
              - { relu: , from: a }
              - { tanh: , from: b }
              - { concat: , from: [a, b] }
            """));
    }

    [Fact]
    public void A_name_is_looked_up_from_the_inside_out()
    {
        Assert.Equal(
            ["a 1x3", "stage/a 1x5", "stage/relu 1x5", "stage/tanh 1x4", "relu 1x3", "tanh 1x5"],
            Reading.Shapes("""
            input: { features: 4 }
            layers:
              - { linear: { out: 3 }, name: a }
              - name: stage
                layers:
                  - { linear: { out: 5 }, name: a }
                  - { relu: , from: a }
                  - { tanh: , from: input }
              - { relu: , from: a }
              - { tanh: , from: stage/a }
            """));
    }

    [Fact]
    public void Repetitions_and_parts_have_numbers()
    {
        Assert.Equal(["linear/0 1x5", "linear/1 1x6", "relu 1x5", "tanh 1x6", "halves 1x2 1x4", "gelu 1x4", "silu 1x2"],
            Reading.Shapes("""
            input: { features: 4 }
            layers:
              - { linear: { out: in.features + 1 }, repeat: 2 }
              - { relu: , from: linear/0 }
              - { tanh: , from: linear }
              - { split: { sizes: [2, 4] }, name: halves }
              - { gelu: , from: halves/1 }
              - { silu: , from: halves/0 }
            """));
    }

    [Fact]
    public void Behind_a_repetition_the_numbers_are_those_of_the_turns()
    {
        Assert.Equal(
            ["g/0/split 1x2 1x2", "g/1/concat 1x4", "g/1/split 1x2 1x2", "relu 1x2", "concat 1x4"],
            Reading.Shapes("""
            input: { features: 4 }
            layers:
              - layers: [{ concat: , when: index > 0 }, { split: { parts: 2 } }]
                repeat: 2
                name: g
              - { relu: , from: g/0/1 }
              - { concat: , from: g/0 }
            """));
    }

    [Fact]
    public void A_skipped_layer_hands_on_what_came_in_not_what_it_would_have_read()
    {
        Assert.Equal(["a 1x3", "b 1x5", "relu 1x5"], Reading.Shapes("""
            input: { features: 4 }
            layers:
              - { linear: { out: 3 }, name: a }
              - { linear: { out: 5 }, name: b }
              - { tanh: , from: a, when: in.features == 5 }
              - relu
            """));
    }

    [Fact]
    public void A_condition_sees_the_tensor_that_the_layer_would_read()
    {
        Assert.Equal("a tanh", Reading.Paths("""
            input: { features: 4 }
            layers:
              - { linear: { out: 3 }, name: a }
              - { tanh: , from: input, when: in.features == 4 }
            """));
    }
}
