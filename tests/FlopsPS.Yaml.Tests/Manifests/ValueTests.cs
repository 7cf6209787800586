using System.Linq;
using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class ValueTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: widht }
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': 'widht' is not known here."
        },
        {
            """
            parameters: { width: 3 }
            input: { features: 4 }
            layers:
              - linear: { out: 2*widht }
            """,
            ExpressionInvalid, 4, 20,
            "layer 'linear': 'widht' is not known here. Known are width. Did you mean 'width'? (in '2*widht')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: in.height }
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': in.height is not known: the input 1x4 has batch, channels, features."
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 2*in.featuers }
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': in.featuers is not known: the input 1x4 has batch, channels, features. Did you mean "
            + "'features'? (in '2*in.featuers')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 2* }
            """,
            ExpressionInvalid, 3, 22,
            "'2*' is not an expression: unexpected end of input, expected `-`, `+`, number, word, `(` or name"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 2*3 4 }
            """,
            ExpressionInvalid, 3, 24,
            "'2*3 4' is not an expression: unexpected number `4`"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: &a 2*3 4 }
            """,
            ExpressionInvalid, 3, 27,
            "'2*3 4' is not an expression: unexpected number `4`"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: "2*3 4" }
            """,
            ExpressionInvalid, 3, 20,
            "'2*3 4' is not an expression: unexpected number `4`"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear:
                  out: 2*3
                    4
            """,
            ExpressionInvalid, 4, 12,
            "'2*3 4' is not an expression: unexpected number `4`"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 2 + cel(3) }
            """,
            ExpressionInvalid, 3, 24,
            "there is no function 'cel'; there are ceil, floor, round, abs, min, max, divisible. Did you mean 'ceil'?"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 'max(1, min())' }
            """,
            ExpressionInvalid, 3, 20,
            "min takes 1 or more arguments, not 0"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 2 + on.features }
            """,
            ExpressionInvalid, 3, 24,
            "'on.features' has no meaning; only 'in' has sizes, as in in.channels"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 2 + 9223372036854775808 }
            """,
            ExpressionInvalid, 3, 24,
            "9223372036854775808 does not fit into 64 bits"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 9223372036854775807 + 1 }
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': 9223372036854775807 + 1 does not fit into 64 bits"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: abs(-9223372036854775807 - 1) }
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': the result does not fit into 64 bits (in 'abs(-9223372036854775807 - 1)')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 4 % (2 - 2) }
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': 4 % 0 divides by zero (in '4 % (2 - 2)')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 2**(1/2) }
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': ** needs a whole exponent, not 0.5 (in '2**(1/2)')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: divisible(4, 0) }
            """,
            ExpressionInvalid, 3, 31,
            "'divisible(4' is not an expression: unexpected end of input, expected `)`; inside {} and [] a comma "
            + "ends a value, so put quotes around it"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 3x99999999999999999999 }
            """,
            ExpressionInvalid, 3, 20,
            "99999999999999999999 does not fit into 64 bits"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: "divisible(4, 0)" }
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': divisible needs a whole divisor of at least 1, not 0 (in 'divisible(4, 0)')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: true + 1 }
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': '+' needs numbers, not true (in 'true + 1')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - linear: { out: 1 if 1 else 2 }
            """,
            ExpressionInvalid, 3, 20,
            "layer 'linear': 'if' needs true or false, not 1 (in '1 if 1 else 2')"
        },
        {
            """
            input: { features: 4 }
            blocks:
              u: { parameters: { list: }, layers: [{ linear: { out: 2*list } }] }
            layers:
              - u: { list: [1, 2] }
            """,
            ExpressionInvalid, 3, 57,
            "layer 'u/linear': '*' needs numbers, not [1, 2] (in '2*list')"
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
    [InlineData("{ channels: 3, height: 8, width: 6 }", "in.channels + in.height + in.width",
        "conv: { kernel: 1, out: ", 17)]
    [InlineData("{ channels: 3, depth: 4, height: 8, width: 6 }", "in.depth", "conv: { kernel: 1, out: ", 4)]
    [InlineData("{ channels: 3, length: 9 }", "in.length + in.channels", "conv: { kernel: 1, out: ", 12)]
    [InlineData("{ features: 5, batch: 2 }", "in.features + in.batch", "linear: { out: ", 7)]
    public void The_sizes_of_the_incoming_tensor_have_names(string input, string expression, string layer, long size)
    {
        Network network = Reading.Build($"input: {input}\nlayers:\n  - {layer}{expression} }}");

        Assert.Equal(size, network.Outputs[0].Shape[1]);
    }

    [Fact]
    public void Tokens_and_features_are_the_axes_of_a_sequence() => Assert.Equal("1x9x45", Reading.Build("""
        input: { tokens: 9, features: 5 }
        layers:
          - linear: { out: in.tokens*in.features }
        """).OutputShape);

    [Theory]
    [InlineData("3", "1x4x6x6")]
    [InlineData("[3, 1]", "1x4x6x8")]
    [InlineData("3x1", "1x4x6x8")]
    [InlineData("[2 + 1, in.channels]", "1x4x6x6")]
    public void A_size_is_a_number_or_one_per_axis(string kernel, string output)
    {
        Assert.Equal(output, Reading.Build($$"""
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - conv: { out: 4, kernel: {{kernel}} }
            """).OutputShape);
    }

    [Theory]
    [InlineData("same", "1x4x8x8")]
    [InlineData("valid", "1x4x6x6")]
    [InlineData("padding", "1x4x10x10")]
    [InlineData("'''same'' if padding == 2 else 0'", "1x4x8x8")]
    public void A_word_stands_for_itself_and_a_parameter_for_its_value(string padding, string output)
    {
        Assert.Equal(output, Reading.Build($$"""
            parameters: { padding: 2, same: 5 }
            input: { channels: 3, height: 8, width: 8 }
            layers:
              - conv: { out: 4, kernel: 3, padding: {{padding}} }
            """).OutputShape);
    }

    [Fact]
    public void A_list_of_values_has_its_limit()
    {
        string sizes = string.Join(", ", Enumerable.Repeat("1", 1025));

        Reading.Fails(
            $"input: {{ features: 4 }}\nlayers:\n  - reshape: {{ shape: [{sizes}] }}",
            NetworkTooLarge, 3, 23, "a list of values has at most 1024");
    }
}
