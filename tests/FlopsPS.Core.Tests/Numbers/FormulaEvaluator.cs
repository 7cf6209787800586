using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using FlopsPS.Counting;

namespace FlopsPS.Core.Tests.Numbers;

/// <summary>Reads a formula as a person does: words name the number before them; x and * multiply.</summary>
internal sealed class FormulaEvaluator
{
    private readonly List<string> _tokens = [];
    private int _next;

    private FormulaEvaluator(string formula)
    {
        foreach (Match match in Regex.Matches(formula, @"\d[\d,]*|[A-Za-z][\w-]*|[-+*()]"))
        {
            if (match.Value == "x" || !char.IsLetter(match.Value[0]))
            {
                _tokens.Add(match.Value);
            }
        }
    }

    /// <summary>The value of an expression.</summary>
    public static BigInteger Evaluate(string formula)
    {
        var evaluator = new FormulaEvaluator(formula);
        BigInteger value = evaluator.Sum();
        Assert.Equal(evaluator._tokens.Count, evaluator._next);
        return value;
    }

    /// <summary>The value of both sides of an equation, which must be equal.</summary>
    public static BigInteger EvaluateEquation(string formula)
    {
        string[] sides = formula.Split(" = ");
        Assert.Equal(2, sides.Length);
        Assert.Equal(Evaluate(sides[1]), Evaluate(sides[0]));
        return Evaluate(sides[1]);
    }

    /// <summary>The formula of a row is an equation that gives its figure; only a row without a figure has none.
    /// </summary>
    public static void AssertExplains(CostRow row)
    {
        long? figure = row.Flops ?? row.Macs;
        if (row.Formula is { } formula)
        {
            Assert.Equal(figure, (long)EvaluateEquation(formula));
        }
        else
        {
            Assert.Null(figure);
        }
    }

    private BigInteger Sum()
    {
        BigInteger sum = Product();
        while (Peek() is "+" or "-")
        {
            sum = Take() == "+" ? sum + Product() : sum - Product();
        }

        return sum;
    }

    private BigInteger Product()
    {
        BigInteger product = Factor();
        while (Peek() is "x" or "*")
        {
            Take();
            product *= Factor();
        }

        return product;
    }

    private BigInteger Factor()
    {
        string token = Take();
        if (token == "-")
        {
            return -Factor();
        }

        if (token != "(")
        {
            return BigInteger.Parse(token, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        }

        BigInteger value = Sum();
        Assert.Equal(")", Take());
        return value;
    }

    private string? Peek() => _next < _tokens.Count ? _tokens[_next] : null;

    private string Take() => _tokens[_next++];
}
