using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;

namespace FlopsPS.Onnx.Fusions;

/// <summary>What sums and products of a value and of numbers come to: the factors of its powers from 0 to 3. Exporters
/// write the same polynomial in many ways.</summary>
internal static class Polynomial
{
    private const int Powers = 4;

    // Each level has two branches; what activations need is three or four.
    private const int MaximumDepth = 8;

    /// <summary>The factors of a value by the powers of x; null when it is no such polynomial.</summary>
    /// <param name="value">The value.</param>
    /// <param name="x">What the powers are of.</param>
    /// <param name="graph">Who makes each value.</param>
    /// <param name="parts">Gets the calls that do the sums and products.</param>
    /// <param name="depth">How many calls lie between this value and the polynomial.</param>
    public static double[]? Of(Value? value, Value x, CallGraph graph, ICollection<Call> parts, int depth = 0)
    {
        if (ReferenceEquals(value, x))
        {
            return [0, 1, 0, 0];
        }

        if (CallGraph.IsNumber(value))
        {
            return [value!.Elements!.Real[0], 0, 0, 0];
        }

        if (depth == MaximumDepth
            || graph.Maker(value, "Add", "Sub", "Mul", "Div", "Pow") is not { Inputs.Count: 2 } call
            || Of(call.Inputs[0], x, graph, parts, depth + 1) is not { } left
            || Of(call.Inputs[1], x, graph, parts, depth + 1) is not { } right)
        {
            return null;
        }

        parts.Add(call);
        return call.Node.Operator switch
        {
            "Add" => [.. left.Zip(right, (a, b) => a + b)],
            "Sub" => [.. left.Zip(right, (a, b) => a - b)],
            "Mul" => Product(left, right),
            "Div" => IsNumber(right) ? Quotient(left, right[0]) : null,
            _ => IsNumber(right) && right[0] is 2 or 3 ? Power(left, (int)right[0]) : null,
        };
    }

    /// <summary>Whether factors are these, as exactly as numbers of 16 bits hold them.</summary>
    public static bool Are(double[]? factors, params double[] expected) => factors is not null
        && Enumerable.Range(0, Powers).All(power =>
            Math.Abs(factors[power] - expected[power]) <= 0.002 * Math.Abs(expected[power]));

    /// <summary>Whether what a call makes is multiplied by x and by numbers, one after the other, until it is this many
    /// times what it was.</summary>
    /// <param name="made">The call.</param>
    /// <param name="x">What the powers are of.</param>
    /// <param name="times">The factors of the whole product.</param>
    /// <param name="graph">Who reads each value.</param>
    /// <param name="parts">Gets the calls that multiply.</param>
    public static bool Multiplies(Call made, Value x, double[] times, CallGraph graph, List<Call> parts)
    {
        double[]? product = [1, 0, 0, 0];
        while (product is not null && !Are(product, times))
        {
            var inner = new List<Call>();
            if (graph.Reader(made, "Mul", "Div") is not { } next
                || CallGraph.Other(next, made.Outputs[0]) is not { } other
                || Of(other, x, graph, inner) is not { } factor)
            {
                return false;
            }

            parts.AddRange([.. inner, next]);
            product = next.Node.Operator == "Mul" ? Product(product, factor)
                : IsNumber(factor) && ReferenceEquals(next.Find(0), made.Outputs[0]) ? Quotient(product, factor[0])
                : null;
            made = next;
        }

        return product is not null;
    }

    private static bool IsNumber(double[] factors) => factors.Skip(1).All(factor => factor == 0);

    private static double[] Quotient(double[] factors, double number) => [.. factors.Select(factor => factor / number)];

    private static double[]? Power(double[] factors, int exponent) => exponent == 2
        ? Product(factors, factors)
        : Product(factors, factors) is { } square ? Product(square, factors) : null;

    // Null when it has higher powers.
    private static double[]? Product(double[] left, double[] right)
    {
        double[] product = new double[Powers];
        for (int i = 0; i < Powers; i++)
        {
            for (int j = 0; j < Powers; j++)
            {
                double term = left[i] * right[j];
                if (i + j < Powers)
                {
                    product[i + j] += term;
                }
                else if (term != 0)
                {
                    return null;
                }
            }
        }

        return product;
    }
}
