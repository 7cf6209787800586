using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Yaml.Expressions;

/// <summary>The functions an expression may call.</summary>
internal sealed class Function
{
    private static readonly Dictionary<string, Function> s_all = new[]
    {
        new Function("ceil", 1, 1, x => x[0].Ceiling()),
        new Function("floor", 1, 1, x => x[0].Floor()),
        new Function("round", 1, 1, x => x[0].Round()),
        new Function("abs", 1, 1, x => x[0] < 0 ? -x[0] : x[0]),
        new Function("min", 1, int.MaxValue, x => x.Aggregate((a, b) => b < a ? b : a)),
        new Function("max", 1, int.MaxValue, x => x.Aggregate((a, b) => b > a ? b : a)),
        new Function("divisible", 2, 2, x => Divisible(x[0], x[1])),
    }.ToDictionary(function => function.Name, StringComparer.Ordinal);

    private readonly int _least;
    private readonly int _most;

    private Function(string name, int least, int most, Func<Rational[], Rational> compute)
    {
        Name = name;
        _least = least;
        _most = most;
        Compute = compute;
    }

    public string Name { get; }

    public Func<Rational[], Rational> Compute { get; }

    /// <summary>The function of this name, when it takes that many arguments.</summary>
    /// <exception cref="ExpressionException">It does not exist, or takes another number.</exception>
    public static Function Get(string name, int arguments)
    {
        if (!s_all.TryGetValue(name, out Function? function))
        {
            throw new ExpressionException(
                $"there is no function '{name}'; there are {string.Join(", ", s_all.Keys)}."
                + NearestWord.Hint(name, s_all.Keys));
        }

        string takes = function._most switch
        {
            1 => "1 argument",
            int.MaxValue => $"{function._least} or more arguments",
            _ => $"{function._most} arguments",
        };
        return arguments >= function._least && arguments <= function._most
            ? function
            : throw new ExpressionException($"{name} takes {takes}, not {arguments}");
    }

    /// <summary>
    /// The make-divisible rule of MobileNet: the nearest multiple of the divisor, at least the divisor, and one more
    /// when that is below 90 % of x.
    /// </summary>
    private static Rational Divisible(Rational x, Rational divisor)
    {
        if (!divisor.IsInteger || divisor <= 0)
        {
            throw new ExpressionException($"divisible needs a whole divisor of at least 1, not {divisor}");
        }

        long step = divisor.Numerator;
        long nearest = Math.Max(step, ((x + (divisor / 2)) / divisor).Floor() * step);
        return (Rational)nearest < x * new Rational(9, 10) ? nearest + step : nearest;
    }
}
