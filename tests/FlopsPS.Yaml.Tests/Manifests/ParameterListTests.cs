using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class ParameterListTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            parameters: { a: }
            input: { features: a }
            layers: []
            """,
            ParameterInvalid, 1, 15,
            "the parameter 'a' needs a value: set it here, or with -Parameter @{ a = … }"
        },
        {
            """
            parameters: { a: b, b: 1 }
            input: { features: a }
            layers: []
            """,
            ExpressionInvalid, 1, 18,
            "'b' is not known here."
        },
        {
            """
            parameters: { width: 1, b: 2*widht }
            input: { features: b }
            layers: []
            """,
            ExpressionInvalid, 1, 28,
            "'widht' is not known here. Known are width. Did you mean 'width'? (in '2*widht')"
        },
        {
            """
            parameters: { in: 1 }
            input: { features: 4 }
            layers: []
            """,
            ManifestInvalid, 1, 15,
            "'in' has a meaning of its own in expressions; choose another name"
        },
        {
            """
            parameters: { a-b: 1 }
            input: { features: 4 }
            layers: []
            """,
            ManifestInvalid, 1, 15,
            "'a-b' cannot be a name: use letters, digits and _, at most 100"
        },
        {
            """
            parameters: { a: { b: 1 } }
            input: { features: 4 }
            layers: []
            """,
            ManifestInvalid, 1, 18,
            "a value was expected here, not a map"
        },
        {
            """
            parameters: [a]
            input: { features: 4 }
            layers: []
            """,
            ManifestInvalid, 1, 13,
            "parameters must be a map of names and their defaults, not a list"
        },
        {
            """
            parameters: { a: in.features }
            input: { features: 4 }
            layers: []
            """,
            ExpressionInvalid, 1, 18,
            "in.features has no meaning here: no tensor comes in"
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
    public void A_default_may_use_the_parameters_before_it() => Assert.Equal("1x24", Reading.Build("""
        parameters: { width: 8, factor: 1.5, size: 2*width*factor }
        input: { features: size }
        layers: []
        """).InputShape);

    [Fact]
    public void A_parameter_wins_over_a_word_of_the_same_name() => Assert.Equal("1x3", Reading.Build("""
        parameters: { relu: 3 }
        input: { features: relu }
        layers: []
        """).InputShape);
}
