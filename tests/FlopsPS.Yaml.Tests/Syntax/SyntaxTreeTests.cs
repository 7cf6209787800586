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
            "this is not YAML: while scanning a multiline plain scalar, found invalid mapping"
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
}
