using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>Interpolation: resizing, and sampling at places that data choose.</summary>
internal sealed class ResizeOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("Resize", new(InferResize, LowerResize, "x -*")),
        ("Upsample", new(InferUpsample, LowerResize, "x -")),
        ("GridSample", Sample()),
        ("com.microsoft.GridSample", Sample()),
    ];

    private static Operator Sample() => new(InferGrid, LowerGrid) { ReadsStored = true };

    // Inputs: X, roi, scales, sizes; before version 11 X, scales.
    private static void InferResize(Call call)
    {
        long[] input = call.Sizes(0);
        int scales = call.Version < 11 ? 1 : 2;
        long[] axes = call.List("axes") ?? Dims.Axes(input.Length);
        long[] output = (long[])input.Clone();
        if (call.Has(3) && call.Wholes(3) is { Length: > 0 } sizes)
        {
            Check(sizes.Length, axes);
            for (int i = 0; i < axes.Length; i++)
            {
                output[Dims.Axis(axes[i], input.Length)] = sizes[i];
            }

            Keep(call, input, output, axes);
        }
        else
        {
            double[] factors = call.Elements(scales).Real;
            Check(factors.Length, axes);
            Scale(output, factors, axes);
        }

        call.Output(output.All(size => size >= 0) ? output : throw Call.Mismatch("a size is negative"));
    }

    private static void InferUpsample(Call call)
    {
        long[] output = (long[])call.Sizes(0).Clone();
        double[] factors = call.Has(1) ? call.Elements(1).Real
            : call.Attribute("scales") is { } scales ? [.. scales.Reals]
            : call.Version > 6 ? []
            : [1, 1, call.Real("height_scale", 1), call.Real("width_scale", 1)];
        long[] axes = Dims.Axes(output.Length);
        Check(factors.Length, axes);
        Scale(output, factors, axes);
        call.Output(output);
    }

    private static void Check(int count, long[] axes)
    {
        if (count != axes.Length)
        {
            throw Call.Mismatch($"{count} scales or sizes are given for {axes.Length} axes");
        }
    }

    private static void Scale(long[] output, double[] factors, long[] axes)
    {
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = Dims.Axis(axes[i], output.Length);
            double size = Math.Floor(output[axis] * factors[i]);
            output[axis] = factors[i] > 0 && size < long.MaxValue / 2
                ? (long)size
                : throw Call.Mismatch($"a size cannot be scaled by {factors[i]}");
        }
    }

    // Sizes may be limits for a picture that keeps its form.
    private static void Keep(Call call, long[] input, long[] output, long[] axes)
    {
        string policy = call.Text("keep_aspect_ratio_policy", "stretch");
        int[] places = [.. axes.Select(axis => Dims.Axis(axis, input.Length))];
        if (policy == "stretch" || places.Any(axis => input[axis] == 0))
        {
            return;
        }

        IEnumerable<double> factors = places.Select(axis => (double)output[axis] / input[axis]);
        double factor = policy == "not_larger" ? factors.Min() : factors.Max();
        foreach (int axis in places)
        {
            output[axis] = (long)Math.Round(input[axis] * factor, MidpointRounding.AwayFromZero);
        }
    }

    private static Layer LowerResize(Call call)
    {
        long[] input = call.Sizes(0);
        long[] output = call.Outputs[0].Sizes!;
        int spatial = input.Length - 2;
        bool isMap = spatial is >= 1 and <= 3
            && !IsSmoothed(call)
            && input.Take(2).SequenceEqual(output.Take(2))
            && output.All(size => size > 0);
        string? mode = (call.Text("mode", "nearest"), spatial) switch
        {
            ("nearest", _) => "nearest",
            ("linear", 1) => "linear",
            ("linear", 2) => "bilinear",
            ("linear", 3) => "trilinear",
            ("cubic", 2) => "bicubic",
            _ => null,
        };
        return isMap && mode is not null
            ? Build.Kind("upsample", ("size", Build.List(output.Skip(2))), ("mode", mode))
            : StatedKind.Layer("upsample", new Interpolation(
                call.Text("mode", "nearest"), Build.OutputElements(call), Taps(call, input, output)));
    }

    private static bool IsSmoothed(Call call) => call.Whole("antialias", 0) != 0;

    // Elements that an output blends along one axis.
    private static long Taps(string mode) => mode switch
    {
        "nearest" => 1,
        "cubic" or "bicubic" => 4,
        _ => 2,
    };

    private static long Taps(Call call, long[] input, long[] output)
    {
        long taps = Taps(call.Text("mode", "nearest"));
        bool isSmoothed = IsSmoothed(call) && taps > 1;
        return Dims.Product(input.Zip(output, (before, after) => before == after ? 1
            : isSmoothed && before > after ? Stretched(taps, before, Math.Max(after, 1))
            : taps));
    }

    // Against aliasing the kernel is stretched as far as the axis shrinks, each of its halves to a whole number, but
    // never beyond the elements that are there.
    private static long Stretched(long taps, long before, long after) =>
        Math.Min(2 * (((taps / 2 * before) + after - 1) / after), before);

    private static void InferGrid(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        long[] grid = call.Sizes(1, least: 3);
        call.Output(grid.Length == input.Length && grid[0] == input[0] && grid[grid.Length - 1] == input.Length - 2
            ? [input[0], input[1], .. grid.Skip(1).Take(input.Length - 2)]
            : throw Call.Mismatch($"a grid of {Dims.Text(grid)} does not fit {Dims.Text(input)}"));
    }

    private static Layer LowerGrid(Call call)
    {
        int axes = call.Sizes(0).Length - 2;
        string written = call.Text("mode", "linear");
        string? mode = (written, axes) switch
        {
            ("nearest", 2 or 3) => "nearest",
            ("linear" or "bilinear", 2 or 3) => "bilinear",
            ("cubic" or "bicubic", 2) => "bicubic",
            _ => null,
        };
        return mode is not null
            ? Build.Kind("gridsample", ("mode", mode))
            : StatedKind.Layer("gridsample", new Interpolation(
                written, Build.OutputElements(call), Dims.Product(Enumerable.Repeat(Taps(written), axes))));
    }
}
