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
}
