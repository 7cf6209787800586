using System.Linq;
using System.Text.RegularExpressions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Conventions;

/// <summary>What rules count, how they explain it, and what they must not give.</summary>
public sealed class RuleExpressionTests
{
    // 4 channels of 6x6 in; 8 of 4x4 out, 4*3*3 = 36 products each: 8*4*4*36 = 4608 MACs.
    private const string Conv = "conv: { out: 8, kernel: 3 }";

    private const string Softmax = "softmax: { axis: channels }";

    [Theory]
    [InlineData(Conv, "2 * macs + bias", 9344, "2 x 8*4*4 outputs x 36 mul + 128 bias")]
    [InlineData(Conv, "macs", 4608, "8*4*4 outputs x 36 mul")]
    [InlineData(Conv, "macs + additions + bias", 9216, "8*4*4 outputs x 36 mul + 4480 add + 128 bias")]
    [InlineData(Conv, "2 * (macs + bias)", 9472, "2 x (8*4*4 outputs x 36 mul + 128 bias)")]
    [InlineData(Conv, "macs - (outputs - bias)", 4608, "8*4*4 outputs x 36 mul - (8*4*4 outputs - 128 bias)")]
    [InlineData(Conv, "macs - outputs + bias", 4608, "8*4*4 outputs x 36 mul - 8*4*4 outputs + 128 bias")]
    [InlineData(Conv, "macs / 2", 2304, "8*4*4 outputs x 36 mul / 2")]
    [InlineData(Conv, "macs / (2 * groups)", 2304, "8*4*4 outputs x 36 mul / (2 x 1 groups)")]
    [InlineData(Conv, "0.5 * macs", 2304, "0.5 x 8*4*4 outputs x 36 mul")]
    [InlineData(Conv, "macs * 1/3", 1536, "8*4*4 outputs x 36 mul x 1 / 3")]
    [InlineData(Conv, "(1/3) * macs", 1536, "(1/3) x 8*4*4 outputs x 36 mul")]
    [InlineData(Conv, "channels // 3 * out", 16, "(8 channels // 3) x 8 out")]
    [InlineData(Conv, "kernel ** 2", 81, "9 kernel ** 2")]
    [InlineData(Conv, "outputs % 100", 28, "(8*4*4 outputs) % 100")]
    [InlineData(Conv, "-bias + outputs * 2", 128, "(-128 bias) + 8*4*4 outputs x 2")]
    [InlineData(Conv, "-2 * -bias", 256, "(-2) x (-128 bias)")]
    [InlineData(Conv, "+bias", 128, "128 bias")]
    [InlineData(Conv, "max(bias - 200, 0)", 0, "max(128 bias - 200, 0)")]
    [InlineData(Conv, "ceil(bias / 3)", 43, "ceil(128 bias / 3)")]
    [InlineData(Conv, "bias if spatial_axes == 2 else macs", 128, "128 bias")]
    [InlineData(Conv, "bias if 2 < kernel < 5 or not kernel == 9 else 7", 7, "7")]
    [InlineData(Conv, "3", 3, "3")]
    [InlineData(Conv, "0", 0, "0")]
    [InlineData("conv: { out: 8, kernel: 3, dilation: [1, 2] }", "dilation", 2, "2 dilation")]
    [InlineData("maxpool: { kernel: 2 }", "taps - outputs", 108, "144 taps - 4*3*3 outputs")]
    [InlineData(Softmax, "3*elements - rows", 396, "3 x 144 elements - 36 rows")]
    [InlineData("upsample: { scale: 2, mode: bilinear }", "taps if mode == bilinear else 0", 2304, "2304 taps")]
    [InlineData("upsample: { scale: 2 }", "outputs if mode == 'nearest' else 0", 576, "4*12*12 outputs")]
    [InlineData("upsample: { scale: 2 }", "1 if size == undefined else size", 1, "1")]
    [InlineData("upsample: { size: [9, 5] }", "1 if size == undefined else size", 45, "45 size")]
    public void A_rule_counts_and_shows_the_numbers_in_it(string layer, string rule, long count, string formula)
    {
        CostRow plain = Measure(layer, rule);
        CostRow explained = Measure(layer, rule, explain: true);

        Assert.Equal((count, count, null), (plain.Flops, explained.Flops, plain.Formula));
        string[] sides = explained.Formula!.Split(" = ");
        Assert.Equal(formula, sides[0]);
        Assert.Equal(count, Evaluate(sides[0]));
        Assert.Equal($"{count:N0}", sides[1]);
    }

    [Fact]
    public void An_undefined_rule_leaves_the_layer_uncounted()
    {
        CostRow row = Measure(Conv, "macs if spatial_axes == 3 else undefined");

        Assert.Equal((null, 0, "convolution"), (row.Flops, row.Coverage, row.Uncounted));
    }

    [Fact]
    public void Of_two_figures_the_multiply_accumulates_are_the_layers_own_unless_the_rule_says_otherwise()
    {
        const string Convention = """
            convention: a
            figures: both
            rules:
              conv: 2 * macs + bias
              linear: { macs: macs + bias, flops: 2 * macs }
              relu: elements
              tanh: undefined
            """;
        CostRow[] rows = Rows(
            "input: { channels: 4, height: 6, width: 6 }\nlayers:\n"
            + $"- {Conv}\n- flatten\n- linear: {{ out: 2 }}\n- relu\n- tanh", Convention);

        Assert.Equal([4608, 0, 258, 0, null], rows.Select(row => row.Macs));
        Assert.Equal([9344, 0, 512, 2, null], rows.Select(row => row.Flops));
    }

    [Theory]
    [InlineData("2.5 * bias / 3", ConventionInvalid,
        "320/3, and a count is whole; put floor(), ceil() or round() around it")]
    [InlineData("bias - macs", ConventionInvalid, "-4480, and a count is not negative; put max(0, ) around it")]
    [InlineData("bias == 128", ConventionInvalid, "true, which is no number")]
    [InlineData("0 if bias == 0 else 'same'", ConventionInvalid, "same, which is no number")]
    [InlineData("bias / (out - 8)", ExpressionInvalid, "no number: 128 / 0 divides by zero")]
    [InlineData("bias + 'a'", ExpressionInvalid, "no number: '+' needs numbers, not a")]
    [InlineData("macs * undefined", ExpressionInvalid, "no number: '*' needs numbers, not undefined")]
    [InlineData("bias ** 10", CountOverflow, "no number: 128 ** 10 does not fit into 64 bits")]
    public void What_is_no_count_is_an_error_of_the_rule_and_names_the_layer(
        string rule, ErrorCode code, string result)
    {
        var error = Assert.Throws<NetworkException>(() => Measure("conv: { out: 8, kernel: 3 }", rule));

        Assert.Equal(
            (code, $"c.yaml(4,9): layer 'conv': the rule for conv, '{rule}', gives {result}"),
            (error.Code, error.Message));
    }

    [Theory]
    [InlineData("conv", "2 * mcas", 4, 13, "'mcas' is neither a fact nor an argument of conv;", "Did you mean 'macs'?")]
    [InlineData("conv", "macs + dilaton", 4, 16, "'dilaton' is neither", "Did you mean 'dilation'?")]
    [InlineData("conv linear", "macs * dilation", 4, 23,
        "'dilation' is neither a fact nor an argument of conv, linear;", ".")]
    [InlineData("relu", "in.channels", 4, 9, "'in.channels' is neither", "Did you mean 'channels'?")]
    [InlineData("relu", "elements if nearest else max(elements, linear)", 4, 21, "'nearest' is neither", ".")]
    [InlineData("conv", "-(macs if padding else 1)", 4, 19, "'padding' is neither", ".")]
    [InlineData("exp", "elements * out", 4, 19, "'out' is neither a fact nor an argument of exp;", ".")]
    [InlineData("relu", "2 elements", 4, 11, "'2 elements' is not an expression", "`elements`")]
    [InlineData("relu", "flor(elements)", 4, 9, "there is no function 'flor';", "Did you mean 'floor'?")]
    public void A_name_that_is_no_fact_is_refused_where_it_stands(
        string kinds, string rule, int line, int column, string start, string end)
    {
        var error = Assert.Throws<NetworkException>(() => ConventionReader.Read(
            $"convention: a\nfigures: flops\nrules:\n  {kinds}: {rule}", "c.yaml"));

        Assert.Equal(
            (ExpressionInvalid, line, column), (error.Code, error.Line, error.Column));
        Assert.StartsWith(start, error.Reason);
        Assert.EndsWith(end, error.Reason);
    }

    private static CostRow Measure(string layer, string rule, bool explain = false)
    {
        string kind = layer.Split(':')[0];
        return Rows(
            $"input: {{ channels: 4, height: 6, width: 6 }}\nlayers:\n- {layer}",
            $"convention: a\nfigures: flops\nrules:\n  {kind}: {rule}",
            explain).Single();
    }

    private static CostRow[] Rows(string manifest, string convention, bool explain = false)
    {
        var options = new MeasureOptions(ConventionReader.Read(convention, "c.yaml"))
        {
            GroupBy = CostGrouping.Layer,
            Explain = explain,
        };
        return [.. CostCounter.Measure(Reading.Build(manifest), options)];
    }

    // As a person reads it: words name the number before them, and x multiplies.
    private static object Evaluate(string formula)
    {
        string numbers = Regex.Replace(formula.Replace(" x ", " * "), @"(?<=\d) [a-z]+", string.Empty);
        return ExpressionParser.Parse(numbers).Evaluate(new Scope());
    }
}
