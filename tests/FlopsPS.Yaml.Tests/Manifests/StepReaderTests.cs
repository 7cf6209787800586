using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class StepReaderTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: { features: 4 }
            layers:
              - rleu
            """,
            LayerKindUnknown, 3, 5,
            "'rleu' is neither a layer kind nor a block of this network. Did you mean 'relu'?"
        },
        {
            """
            input: { features: 4 }
            blocks:
              stage: { layers: [relu] }
            layers: [stgae]
            """,
            LayerKindUnknown, 4, 10,
            "'stgae' is neither a layer kind nor a block of this network. Did you mean 'stage'?"
        },
        {
            """
            input: { features: 4 }
            layers:
              -
            """,
            ManifestInvalid, 3, 4,
            "a layer is a kind, or a map with a kind and its arguments, not nothing"
        },
        {
            """
            input: { features: 4 }
            layers:
              - [relu]
            """,
            ManifestInvalid, 3, 5,
            "a layer is a kind, or a map with a kind and its arguments, not a list"
        },
        {
            """
            input: { features: 4 }
            layers:
              - {}
            """,
            ManifestInvalid, 3, 5,
            "a layer needs a kind"
        },
        {
            """
            input: { features: 4 }
            layers:
              - name: a
            """,
            ManifestInvalid, 3, 5,
            "a layer needs a kind, not only 'name'"
        },
        {
            """
            input: { features: 4 }
            layers:
              - conv:
                out: 3
                kernel: 1
            """,
            ManifestInvalid, 4, 5,
            "a layer has one kind, but here are 'conv' and 'out'; is the second one an argument that must be "
            + "indented or stand inside {}?"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                name: a/
            """,
            ManifestInvalid, 4, 11,
            "'a/' cannot be a name: '/' stands between the levels of a path, not at its ends"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                name: ""
            """,
            ManifestInvalid, 4, 11,
            "a name is one line of 1 to 256 characters"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                name: "a\nb"
            """,
            ManifestInvalid, 4, 11,
            "a name is one line of 1 to 256 characters"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                when:
            """,
            ManifestInvalid, 4, 10,
            "a value was expected here, not nothing"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu:
                repeat: { a: 1 }
            """,
            ManifestInvalid, 4, 13,
            "a value was expected here, not a map"
        },
        {
            """
            input: { features: 4 }
            layers:
              - add:
                from: []
            """,
            ManifestInvalid, 4, 11,
            "'from' names no layer"
        },
        {
            """
            input: { features: 4 }
            layers:
              - add:
                from:
            """,
            ManifestInvalid, 4, 10,
            "from must be a text, not nothing"
        },
        {
            """
            input: { features: 4 }
            layers:
              - softmax: { axsi: 1 }
            """,
            ArgumentUnknown, 3, 16,
            "softmax has no argument 'axsi'; it takes axis. Did you mean 'axis'?"
        },
        {
            """
            input: { features: 4 }
            layers:
              - relu: { x: 1 }
            """,
            ArgumentUnknown, 3, 13,
            "relu takes no arguments, so 'x' has no meaning here"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear
            """,
            ArgumentMissing, 3, 5,
            "linear needs 'out': Output features."
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { bias: false }
                when: false
            """,
            ArgumentMissing, 3, 5,
            "linear needs 'out': Output features."
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: 10
            """,
            ManifestInvalid, 3, 13,
            "the arguments of linear must be a map of names and values, not '10'"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: }
            """,
            ManifestInvalid, 3, 20,
            "a value was expected here, not nothing"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: { a: 1 } }
            """,
            ManifestInvalid, 3, 20,
            "a value was expected here, not a map"
        },
        {
            """
            input: { features: 4 }
            layers:
              - layers
            """,
            ManifestInvalid, 3, 5,
            "layers must be a list, not nothing"
        },
        {
            """
            input: { features: 4 }
            layers:
              - residual
            """,
            ManifestInvalid, 3, 5,
            "residual needs a map of body, shortcut, not nothing"
        },
        {
            """
            input: { features: 4 }
            layers:
              - residual: { bdy: [] }
            """,
            ArgumentUnknown, 3, 17,
            "residual has no argument 'bdy'; it takes body, shortcut. Did you mean 'body'?"
        },
        {
            """
            input: { features: 4 }
            layers:
              - residual: { shortcut: [] }
            """,
            ArgumentMissing, 3, 5,
            "residual needs 'body': The layers."
        },
        {
            """
            input: { features: 4 }
            layers:
              - residual: { body: relu }
            """,
            ManifestInvalid, 3, 23,
            "body must be a list, not 'relu'"
        },
        {
            """
            input: { features: 4 }
            layers:
              - branches: { paths: [] }
            """,
            ArgumentInvalid, 3, 24,
            "'paths' is empty"
        },
        {
            """
            input: { features: 4 }
            layers:
              - branches: { paths: [relu] }
            """,
            ManifestInvalid, 3, 25,
            "a path must be a list, not 'relu'"
        },
        {
            """
            input: { features: 4 }
            layers:
              - branches: { paths: [[relu], []], join: concta }
            """,
            ArgumentInvalid, 3, 44,
            "join 'concta' is not one of concat, add, multiply. Did you mean 'concat'?"
        },
        {
            """
            input: { features: 4 }
            layers:
              - branches: { paths: [[relu], []], join: }
            """,
            ManifestInvalid, 3, 44,
            "join must be a text, not nothing"
        },
        {
            """
            input: { features: 4 }
            layers:
              - branches: { paths: [[relu], []], join: add, axis: features }
            """,
            ArgumentInvalid, 3, 55,
            "join add works element by element: only concat has an axis"
        },
        {
            """
            input: { features: 4 }
            layers:
              - branches: { paths: [[relu], []], axis: fetures }
            """,
            ArgumentInvalid, 3, 44,
            "axis 'fetures' is not an axis: a whole number or one of batch, channels, depth, height, width, length, "
            + "tokens or features. Did you mean 'features'?"
        },
        {
            """
            input: { features: 4 }
            layers:
              - branches: { paths: [[relu], []], axis: n }
            parameters: { n: 1 }
            """,
            ArgumentInvalid, 3, 44,
            "axis 'n' is not an axis: a whole number or one of batch, channels, depth, height, width, length, tokens "
            + "or features."
        },
        {
            """
            input: { features: 4 }
            layers:
              - foreach: { in: [[1, 2], [3]], as: [a, b], layers: [] }
            """,
            ArgumentInvalid, 3, 29,
            "values in this row: 1; names under 'as': 2"
        },
        {
            """
            input: { features: 4 }
            layers:
              - foreach: { in: [1], as: [a, a], layers: [] }
            """,
            ManifestInvalid, 3, 33,
            "the name 'a' stands here twice; keep one"
        },
        {
            """
            input: { features: 4 }
            layers:
              - foreach: { in: [1], as: index, layers: [] }
            """,
            ManifestInvalid, 3, 29,
            "'index' has a meaning of its own in expressions; choose another name"
        },
        {
            """
            input: { features: 4 }
            layers:
              - foreach: { in: [1], as: 2a, layers: [] }
            """,
            ManifestInvalid, 3, 29,
            "'2a' cannot be a name: use letters, digits and _, at most 100"
        },
        {
            """
            input: { features: 4 }
            layers:
              - foreach: { in: 3, as: a, layers: [] }
            """,
            ManifestInvalid, 3, 20,
            "in must be a list, not '3'"
        },
        {
            """
            input: { features: 4 }
            layers:
              - foreach: { in: [3], layers: [] }
            """,
            ArgumentMissing, 3, 5,
            "foreach needs 'as': The names of the columns, which the layers can use."
        },
        {
            """
            input: { features: 4 }
            blocks:
              stage: { parameters: { planes: , stride: 1 }, layers: [relu] }
            layers: [stage]
            """,
            ArgumentMissing, 4, 10,
            "stage needs 'planes': write stage: { planes: … }"
        },
        {
            """
            input: { features: 4 }
            blocks:
              stage: { parameters: { planes: , stride: 1 }, layers: [relu] }
            layers:
              - stage: { plane: 3 }
            """,
            ArgumentUnknown, 5, 14,
            "the block stage has no parameter 'plane'; it has planes, stride. Did you mean 'planes'?"
        },
        {
            """
            input: { features: 4 }
            blocks:
              stage: { layers: [relu] }
            layers:
              - stage: { planes: 3 }
            """,
            ArgumentUnknown, 5, 14,
            "'planes' cannot be set: the block stage has no parameters"
        },
        {
            """
            input: { features: 4 }
            blocks:
              stage: { layers: [relu] }
            layers:
              - stage: 3
            """,
            ManifestInvalid, 5, 12,
            "the arguments of stage must be a map of names and values, not '3'"
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
