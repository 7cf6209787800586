using System.Linq;
using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Syntax;

public sealed class SyntaxTreeTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            "",
            ManifestInvalid, 1, 1,
            "the document is empty; a manifest has at least 'input' and 'layers'"
        },
        {
            "---",
            ManifestInvalid, 1, 1,
            "the document is empty; a manifest has at least 'input' and 'layers'"
        },
        {
            "# only a comment",
            ManifestInvalid, 1, 1,
            "the document is empty; a manifest has at least 'input' and 'layers'"
        },
        {
            "~",
            ManifestInvalid, 1, 1,
            "the document is empty; a manifest has at least 'input' and 'layers'"
        },
        {
            """
            name: a
            ---
            name: b
            """,
            ManifestInvalid, 2, 1,
            "a second document starts here; a manifest is one document, so keep it in its own file"
        },
        {
            """
            name: x
            input: { channels: 3, height: 8, width: 8
            layers:
              - relu
            """,
            ManifestInvalid, 2, 8,
            "this is not YAML: the { or [ that stands here is not closed, or what is in it cannot be read"
        },
        {
            "layers: [relu",
            ManifestInvalid, 2, 1,
            "this is not YAML: while parsing a flow sequence, did not find expected ',' or ']'"
        },
        {
            """
            name: "x
            input: { features: 4 }
            """,
            ManifestInvalid, 1, 7,
            "this is not YAML: while scanning a multi-line double-quoted scalar, found wrong indentation"
        },
        {
            "name: \"\\UFFFFFFFF\"",
            ManifestInvalid, 1, 1,
            "this is not YAML: what follows here cannot be read"
        },
        {
            "name: x\n\tinput: 3",
            ManifestInvalid, 2, 1,
            "this is not YAML: a tab stands here; indent with blanks"
        },
        {
            "name: x\ninput:\n\tchannels: 3",
            ManifestInvalid, 3, 1,
            "this is not YAML: a tab stands here; indent with blanks"
        },
        {
            """
            name: x
              input: 3
            """,
            ManifestInvalid, 2, 8,
            "this is not YAML: while scanning a plain scalar value, found invalid mapping"
        },
        {
            """
            layers:
              - relu
             - relu
            """,
            ManifestInvalid, 3, 2,
            "this is not YAML: while parsing a block mapping, did not find expected key"
        },
        {
            """
            layers:
              - relu
                name: a
            """,
            ManifestInvalid, 3, 9,
            "this is not YAML: while scanning a multiline plain scalar, found invalid mapping; a kind with more keys "
            + "below it ends in a colon, as in '- relu:'"
        },
        {
            """
            name: x
            description: `x
            """,
            ManifestInvalid, 2, 14,
            "this is not YAML: while scanning for the next token, found character that cannot start any token"
        },
        {
            """
            name: x
            name: y
            """,
            ManifestInvalid, 2, 1,
            "the key 'name' stands here twice; keep one"
        },
        {
            "input: { channels: 3, height: 8, height: 8 }",
            ManifestInvalid, 1, 34,
            "the key 'height' stands here twice; keep one"
        },
        {
            """
            ? [a]
            : 1
            """,
            ManifestInvalid, 1, 3,
            "a list cannot be a key"
        },
        {
            "layers: &a [relu, *a]",
            ManifestInvalid, 1, 19,
            "the anchor '&a' contains itself and would expand without end"
        },
        {
            "layers: *b",
            ManifestInvalid, 1, 9,
            "no anchor '&b' stands before this alias"
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
    [InlineData(64, 64)]
    [InlineData(1_000_000, 0)]
    public void Nesting_beyond_64_levels_is_refused_at_once(int opened, int closed)
    {
        Reading.Fails(
            "a: " + new string('[', opened) + new string(']', closed),
            NetworkTooLarge, 1, 67, "the nesting is deeper than 64 levels");
    }

    [Fact]
    public void Nesting_of_64_levels_is_read()
    {
        string manifest = "a: " + Brackets(63, string.Empty);

        Assert.StartsWith("m.yaml(1,1): 'a' has no meaning", Reading.Error(manifest).Message);
    }

    [Fact]
    public void An_alias_counts_with_its_levels()
    {
        string manifest = $"a: &a {Brackets(40, string.Empty)}\nb: {Brackets(30, "*a")}";

        Reading.Fails(manifest, NetworkTooLarge, 2, 34, "the nesting is deeper than 64 levels");
    }

    [Fact]
    public void Aliases_that_multiply_are_refused_before_they_are_expanded()
    {
        // Nine times nine levels: a billion nodes in half a kilobyte.
        string manifest = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(level =>
            $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n"));

        NetworkException error = Reading.Error(manifest);

        Assert.Equal((NetworkTooLarge, 7), (error.Code, error.Line));
        Assert.Equal("the manifest has more than 1000000 nodes", error.Reason);
    }

    [Fact]
    public void More_than_a_million_nodes_are_refused()
    {
        NetworkException error = Reading.Error($"layers: [{string.Concat(Enumerable.Repeat("a,", 1_000_000))}]");

        Assert.Equal((NetworkTooLarge, "the manifest has more than 1000000 nodes"), (error.Code, error.Reason));
    }

    [Theory]
    [InlineData("a: ")]
    [InlineData("a: \"")]
    [InlineData("- ")]
    [InlineData("a: |\n  ")]
    public void A_text_beyond_the_limit_is_refused(string before)
    {
        string after = before.EndsWith('"') ? "\"" : string.Empty;
        NetworkException error = Reading.Error(before + new string('x', 8_193) + after);

        Assert.Equal((NetworkTooLarge, "a text has at most 8192 characters"), (error.Code, error.Reason));
    }

    [Fact]
    public void Anchors_stand_for_what_they_name()
    {
        Assert.Equal("conv relu conv2 relu2 conv3", Reading.Paths("""
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - layers: &unit
                  - conv: &same { out: 8, kernel: 3, padding: 1 }
                  - relu
              - layers: *unit
              - conv: *same
            """));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() =>
        Assert.Equal("relu", Reading.Paths("\uFEFFinput: { features: 4 }\nlayers: [relu]"));

    private static string Brackets(int levels, string inside) =>
        new string('[', levels) + inside + new string(']', levels);
}
