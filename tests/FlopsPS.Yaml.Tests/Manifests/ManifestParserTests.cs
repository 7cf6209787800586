using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class ManifestParserTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            "[1, 2]",
            ManifestInvalid, 1, 1,
            "a manifest is a map of name, description, source, parameters, variants, dtype, input, inputs, blocks, "
            + "layers, not a list"
        },
        {
            "hello",
            ManifestInvalid, 1, 1,
            "a manifest is a map of name, description, source, parameters, variants, dtype, input, inputs, blocks, "
            + "layers, not 'hello'"
        },
        {
            """
            nmae: x
            layers: []
            """,
            ManifestInvalid, 1, 1,
            "'nmae' has no meaning in a manifest; known are name, description, source, parameters, variants, dtype, "
            + "input, inputs, blocks, layers. Did you mean 'name'?"
        },
        {
            "input: { features: 4 }",
            ManifestInvalid, 1, 1,
            "a manifest needs 'layers': the list of its layers"
        },
        {
            "layers: [relu]",
            ManifestInvalid, 1, 1,
            "a manifest needs 'input', such as input: { channels: 3, height: 224, width: 224 }"
        },
        {
            """
            input: { features: 4 }
            inputs: { a: { features: 4 } }
            layers: []
            """,
            ManifestInvalid, 2, 9,
            "a manifest has either 'input' or 'inputs'"
        },
        {
            """
            inputs: {}
            layers: []
            """,
            ManifestInvalid, 1, 9,
            "'inputs' is empty"
        },
        {
            """
            inputs: [a]
            layers: []
            """,
            ManifestInvalid, 1, 9,
            "inputs must be a map of names and sizes, not a list"
        },
        {
            """
            inputs: { /a: { features: 4 } }
            layers: []
            """,
            ManifestInvalid, 1, 11,
            "'/a' cannot be a name: '/' stands between the levels of a path, not at its ends"
        },
        {
            """
            name: [a]
            layers: []
            """,
            ManifestInvalid, 1, 7,
            "name must be a text, not a list"
        },
        {
            """
            name:
            layers: []
            """,
            ManifestInvalid, 1, 6,
            "name must be a text, not nothing"
        },
        {
            """
            description: { a: b }
            layers: []
            input: { features: 4 }
            """,
            ManifestInvalid, 1, 14,
            "description must be a text, not a map"
        },
        {
            """
            input: { features: 4 }
            layers: relu
            """,
            ManifestInvalid, 2, 9,
            "layers must be a list, not 'relu'"
        },
        {
            """
            blocks: [a]
            layers: []
            """,
            ManifestInvalid, 1, 9,
            "blocks must be a map of names and their layers, not a list"
        },
        {
            """
            blocks:
              conv: { layers: [] }
            layers: []
            """,
            ManifestInvalid, 2, 3,
            "'conv' has a meaning in every list of layers; give the block another name"
        },
        {
            """
            blocks:
              when: { layers: [] }
            layers: []
            """,
            ManifestInvalid, 2, 3,
            "'when' has a meaning in every list of layers; give the block another name"
        },
        {
            """
            blocks:
              layers: { layers: [] }
            layers: []
            """,
            ManifestInvalid, 2, 3,
            "'layers' has a meaning in every list of layers; give the block another name"
        },
        {
            """
            blocks:
              a/b: { layers: [] }
            layers: []
            """,
            ManifestInvalid, 2, 3,
            "'a/b' cannot be a name: '/' separates the levels of a path"
        },
        {
            """
            blocks:
              a: [relu]
            layers: []
            """,
            ManifestInvalid, 2, 6,
            "the block a is a map of parameters and layers, not a list"
        },
        {
            """
            blocks:
              a: { layer: [relu] }
            layers: []
            """,
            ManifestInvalid, 2, 8,
            "'layer' has no meaning in the block a; known are parameters, description, layers. Did you mean 'layers'?"
        },
        {
            """
            blocks:
              a: { parameters: {} }
            layers: []
            """,
            ManifestInvalid, 2, 6,
            "the block a needs 'layers'"
        },
        {
            """
            blocks:
              a: { layers: [a] }
            layers: []
            """,
            ManifestInvalid, 2, 17,
            "a block cannot use itself: a -> a"
        },
        {
            """
            blocks:
              a: { layers: [b] }
              b: { layers: [relu, { c: {}, repeat: 2 }] }
              c: { layers: [{ residual: { body: [b] } }] }
            layers: [a]
            """,
            ManifestInvalid, 4, 38,
            "a block cannot use itself: b -> c -> b"
        },
        {
            """
            parameters: { a: 1 }
            variants: { v: { aa: 1 } }
            input: { features: 4 }
            layers: []
            """,
            ParameterInvalid, 2, 18,
            "'m' has no parameter 'aa'; it has a. Did you mean 'a'?"
        },
        {
            """
            variants: { v: { a: 1 } }
            input: { features: 4 }
            layers: []
            """,
            ParameterInvalid, 1, 18,
            "'a' cannot be set: 'm' has no parameters"
        },
        {
            """
            parameters: { a: 1 }
            variants: { v: { a: b } }
            input: { features: 4 }
            layers: []
            """,
            ExpressionInvalid, 2, 21,
            "'b' is not known here."
        },
        {
            """
            parameters: { a: 1 }
            variants: { v: { a: } }
            input: { features: 4 }
            layers: []
            """,
            ManifestInvalid, 2, 21,
            "a value was expected here, not nothing"
        },
        {
            """
            variants: {}
            input: { features: 4 }
            layers: []
            """,
            ManifestInvalid, 1, 11,
            "'variants' is empty"
        },
        {
            """
            variants: [a]
            input: { features: 4 }
            layers: []
            """,
            ManifestInvalid, 1, 11,
            "variants must be a map of names and the values of their parameters, not a list"
        },
        {
            """
            variants: { v: 3 }
            input: { features: 4 }
            layers: []
            """,
            ManifestInvalid, 1, 16,
            "the variant v must be a map of parameters and values, not '3'"
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
