using System;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>The primitive steps that functions are written in here; each computes its value and is counted.</summary>
internal sealed class Stepper
{
    private readonly Tally _tally;

    public Stepper(Tally tally) => _tally = tally;

    public double Add(double a, double b) => Step(a + b);

    public double Subtract(double a, double b) => Step(a - b);

    public double Multiply(double a, double b) => Step(a * b);

    public double Divide(double a, double b) => Step(a / b);

    public double Negate(double a) => Step(-a);

    public double Max(double a, double b) => Step(Math.Max(a, b));

    public double Min(double a, double b) => Step(Math.Min(a, b));

    public double Abs(double a) => Step(Math.Abs(a));

    public double Exp(double a) => Step(Math.Exp(a));

    public double Log(double a) => Step(Math.Log(a));

    public double Power(double a, double b) => Step(Math.Pow(a, b));

    public double Tanh(double a) => Step(Math.Tanh(a));

    public double Erf(double a) => Step(ErrorFunction(a));

    public double Sigmoid(double a) => Divide(1, Add(1, Exp(Negate(a))));

    public bool IsAbove(double a, double b)
    {
        _tally.Step();
        return a > b;
    }

    /// <summary>erf by its power series, good to twelve digits for the small arguments of tests.</summary>
    public static double ErrorFunction(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; n < 200; n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    private double Step(double value)
    {
        _tally.Step();
        return value;
    }
}
