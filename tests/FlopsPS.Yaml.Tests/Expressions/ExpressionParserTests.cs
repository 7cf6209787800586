using System;
using System.Linq;
using CsCheck;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Tests.Expressions;

public sealed class ExpressionParserTests
{
    // By binding strength, as in Python's table of precedence.
    private static readonly (string Sign, int Strength)[] s_signs =
        [("+", 1), ("-", 1), ("*", 2), ("//", 2), ("%", 2), ("**", 4)];

    [Theory]
    [InlineData("1 + 2*3", "7")]
    [InlineData("(1 + 2)*3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("2-1", "1")]
    [InlineData("x-1", "6")]
    [InlineData("100/5/2", "10")]
    [InlineData("2**3**2", "512")]
    [InlineData("-2**2", "-4")]
    [InlineData("2**-1", "0.5")]
    [InlineData("-x", "-7")]
    [InlineData("--x", "7")]
    [InlineData("+x", "7")]
    [InlineData("2*-x", "-14")]
    public void Operators_bind_as_in_Python(string text, string value) => Assert.Equal(value, Evaluate(text));

    [Theory]
    [InlineData("7//2", "3")]
    [InlineData("-7//2", "-4")]
    [InlineData("7//-2", "-4")]
    [InlineData("-7//-2", "3")]
    [InlineData("5.5//2", "2")]
    [InlineData("7%3", "1")]
    [InlineData("-7%3", "2")]
    [InlineData("7%-3", "-2")]
    [InlineData("5.5%2", "1.5")]
    public void Division_rounds_down_and_the_rest_has_the_sign_of_the_divisor(string text, string value) =>
        Assert.Equal(value, Evaluate(text));

    [Theory]
    [InlineData("0.1*30 == 3", "true")]
    [InlineData("1/3*3 == 1", "true")]
    [InlineData("0.1 + 0.2 == 0.3", "true")]
    [InlineData("8.0", "8")]
    [InlineData("1e3", "1000")]
    [InlineData("1e-5*100000", "1")]
    [InlineData("1.5E2", "150")]
    [InlineData(".5*4", "2")]
    [InlineData("5.", "5")]
    [InlineData("1_000_000", "1000000")]
    [InlineData("0.50000000000000000000000000000", "0.5")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9007199254740993 + 0", "9007199254740993")]
    public void Numbers_are_exact(string text, string value) => Assert.Equal(value, Evaluate(text));

    [Theory]
    [InlineData("1 < 2", "true")]
    [InlineData("1 < 2 < 3", "true")]
    [InlineData("3 > 2 > 2", "false")]
    [InlineData("1 < 2 == 2", "true")]
    [InlineData("2 == 2 == 2", "true")]
    [InlineData("1/3 < 0.34", "true")]
    [InlineData("2 >= 2 and 2 <= 2 and 2 != 3", "true")]
    [InlineData("word == relu", "true")]
    [InlineData("word == 'relu'", "true")]
    [InlineData("word != \"gelu\"", "true")]
    [InlineData("list == list", "true")]
    [InlineData("word == 3", "false")]
    public void Comparisons_chain_and_compare_any_values_for_equality(string text, string value) =>
        Assert.Equal(value, Evaluate(text));

    [Theory]
    [InlineData("true", "true")]
    [InlineData("True and not False", "true")]
    [InlineData("not 1 == 2", "true")]
    [InlineData("not true or true", "true")]
    [InlineData("true or false and false", "true")]
    [InlineData("true or 1/0 == 1", "true")]
    [InlineData("false and 1/0 == 1", "false")]
    [InlineData("1 if x == 7 else 1/0", "1")]
    [InlineData("1/0 if x == 8 else 2", "2")]
    [InlineData("1 if x == 8 else 2 if x == 7 else 3", "2")]
    [InlineData("1 + 1 if true else 0", "2")]
    public void What_is_not_needed_is_not_computed(string text, string value) => Assert.Equal(value, Evaluate(text));

    [Theory]
    [InlineData("ceil(7/2)", "4")]
    [InlineData("ceil(-7/2)", "-3")]
    [InlineData("floor(7/2)", "3")]
    [InlineData("floor(-7/2)", "-4")]
    [InlineData("round(0.5)", "0")]
    [InlineData("round(1.5)", "2")]
    [InlineData("round(2.5)", "2")]
    [InlineData("round(-2.5)", "-2")]
    [InlineData("round(2.51)", "3")]
    [InlineData("abs(-1.5)", "1.5")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("max(3, 1/2, x)", "7")]
    [InlineData("max(3)", "3")]
    [InlineData("divisible(12, 8)", "16")]
    [InlineData("divisible(3, 8)", "8")]
    [InlineData("divisible(32*1.4, 8)", "48")]
    [InlineData("divisible(0.35*32, 8)", "16")] // 11.2: the nearest multiple, 8, is below 90 % of it
    public void Functions_compute_what_Python_and_MobileNet_do(string text, string value) =>
        Assert.Equal(value, Evaluate(text));

    [Theory]
    [InlineData("", 0,
        "'' is not an expression: unexpected end of input, expected `not`, `-`, `+`, number, word, `(` or name")]
    [InlineData("1 +", 3,
        "'1 +' is not an expression: unexpected end of input, expected `-`, `+`, number, word, `(` or name")]
    [InlineData("1)", 1, "'1)' is not an expression: unexpected `)`")]
    [InlineData("1 ? 2", 2, "'1 ? 2' is not an expression: unexpected `?`")]
    [InlineData("a b", 2, "'a b' is not an expression: unexpected name `b`")]
    [InlineData("1__0", 0, "'1__0' is not an expression: unexpected `1`")]
    [InlineData("x + foo(1)", 4,
        "there is no function 'foo'; there are ceil, floor, round, abs, min, max, divisible.")]
    [InlineData("x + ceil()", 4, "ceil takes 1 argument, not 0")]
    [InlineData("divisible(1)", 0, "divisible takes 2 arguments, not 1")]
    [InlineData("x.width", 0, "'x.width' has no meaning; only 'in' has sizes, as in in.channels")]
    [InlineData("2 + 1e30", 4, "1e30 does not fit into 64 bits")]
    [InlineData("1e-30", 0, "1e-30 does not fit into 64 bits")]
    [InlineData("1e99999999999999999999", 0, "1e99999999999999999999 does not fit into 64 bits")]
    public void What_is_no_expression_is_refused_at_its_place(string text, int offset, string message)
    {
        ExpressionException error = Assert.Throws<ExpressionException>(() => ExpressionParser.Parse(text));

        Assert.Equal((offset, message), (error.Offset, error.Message));
    }

    [Theory]
    [InlineData("widht", "'widht' is not known here. Known are x, width, word, list. Did you mean 'width'?")]
    [InlineData("2**0.5", "** needs a whole exponent, not 0.5")]
    [InlineData("1/0", "1 / 0 divides by zero")]
    [InlineData("0**-1", "0 ** -1 divides by zero")]
    [InlineData("5 % (1 - 1)", "5 % 0 divides by zero")]
    [InlineData("2**63", "2 ** 63 does not fit into 64 bits")]
    [InlineData("2*list", "'*' needs numbers, not [3, 3]")]
    [InlineData("word + 1", "'+' needs numbers, not relu")]
    [InlineData("-true", "'-' needs numbers, not true")]
    [InlineData("1 and true", "'and' needs true or false, not 1")]
    [InlineData("not 1", "'not' needs true or false, not 1")]
    [InlineData("1 if 1 else 2", "'if' needs true or false, not 1")]
    [InlineData("max(word)", "'max' needs numbers, not relu")]
    [InlineData("in.channels", "in.channels has no meaning here: no tensor comes in")]
    public void What_cannot_be_computed_says_why(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ExpressionException>(() => Evaluate(text)).Message);

    [Theory]
    [InlineData("(", ")", 32)]
    [InlineData("not (", ")", 32)]
    [InlineData("-", "", 255)]
    [InlineData("1**", "", 127)]
    [InlineData("1 if true else ", "", 51)]
    public void Nesting_within_the_limits_is_computed(string before, string after, int times)
    {
        string inner = before[0] == 'n' ? "true" : "1";
        Expression expression = ExpressionParser.Parse(Repeat(before, times) + inner + Repeat(after, times));

        Assert.NotNull(expression.Evaluate(new Scope()));
    }

    [Theory]
    [InlineData("(", ")", 33)]
    [InlineData("-", "", 256)]
    [InlineData("not ", "", 256)]
    [InlineData("2**", "", 1000)]
    [InlineData("1 if true else ", "", 1000)]
    public void Nesting_beyond_the_limits_is_refused(string before, string after, int times)
    {
        ExpressionException error = Assert.Throws<ExpressionException>(() =>
            ExpressionParser.Parse(Repeat(before, times) + "1" + Repeat(after, times)));

        Assert.Equal("the expression is too long: at most 256 symbols and 32 parentheses", error.Message);
    }

    [Fact]
    public void Quotient_and_rest_make_the_number_again()
    {
        Gen.Select(Gen.Int[-1000, 1000], Gen.Int[-50, 50].Where(divisor => divisor != 0)).Sample((number, divisor) =>
        {
            string quotient = $"({number}) // ({divisor})";
            string rest = $"({number}) % ({divisor})";
            Assert.Equal("true", Evaluate($"{quotient} * ({divisor}) + {rest} == {number}"));
            Assert.Equal("true", Evaluate($"0 <= {rest} * {Math.Sign(divisor)} < {Math.Abs(divisor)}"));
        });
    }

    [Fact]
    public void Divisible_is_the_rule_of_MobileNet()
    {
        // torchvision: new_v = max(divisor, int(v + divisor / 2) // divisor * divisor)
        //              if new_v < 0.9 * v: new_v += divisor
        Gen.Select(Gen.Int[1, 5000], Gen.OneOf(1, 2, 4, 8, 16, 32)).Sample((x, divisor) =>
        {
            int nearest = Math.Max(divisor, (x + (divisor / 2)) / divisor * divisor);
            int expected = 10 * nearest < 9 * x ? nearest + divisor : nearest;
            Assert.Equal($"{expected}", Evaluate($"divisible({x}, {divisor})"));
        });
    }

    [Fact]
    public void Parentheses_that_only_repeat_the_precedence_change_nothing()
    {
        Gen<(string Bare, string Full, int Strength)> leaf = Gen.Int[1, 9].Select(n => ($"{n}", $"{n}", 9));
        Gen<(string Bare, string Full, int Strength)> tree = Enumerable.Range(0, 3).Aggregate(leaf, (inner, _) =>
            Gen.OneOf(leaf, Gen.Select(inner, Gen.OneOf(s_signs), inner).Select(Join)));

        tree.Sample(pair => Assert.Equal(Outcome(pair.Full), Outcome(pair.Bare)));
    }

    private static (string Bare, string Full, int Strength) Join(
        (string Bare, string Full, int Strength) left,
        (string Sign, int Strength) sign,
        (string Bare, string Full, int Strength) right)
    {
        // ** groups to the right, all others to the left.
        bool isPower = sign.Sign == "**";
        bool guardLeft = left.Strength < sign.Strength || (isPower && left.Strength == sign.Strength);
        bool guardRight = right.Strength < sign.Strength || (!isPower && right.Strength == sign.Strength);
        return (
            $"{(guardLeft ? $"({left.Bare})" : left.Bare)}{sign.Sign}{(guardRight ? $"({right.Bare})" : right.Bare)}",
            $"({left.Full}){sign.Sign}({right.Full})",
            sign.Strength);
    }

    private static string Outcome(string text)
    {
        try
        {
            return Evaluate(text);
        }
        catch (Exception error) when (error is ExpressionException or OverflowException)
        {
            return "an error";
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Evaluate(string text)
    {
        var scope = new Scope();
        scope.Set("x", 7L);
        scope.Set("width", 64L);
        scope.Set("word", "relu");
        scope.Set("list", new object[] { 3L, 3L });
        return Operand.Text(ExpressionParser.Parse(text).Evaluate(scope));
    }
}
