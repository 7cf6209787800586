using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>The window of a convolution or a pool over all spatial axes, with the padding that its attributes mean.
/// </summary>
internal sealed class WindowSizes
{
    private readonly Window[] _windows;
    private readonly long[] _added;

    private WindowSizes(Window[] windows, long[] added)
    {
        _windows = windows;
        _added = added;
    }

    private delegate (long Before, long After) PadRule(int axis, Window window);

    /// <summary>The arguments of a layer that slides a window, as people write them: one size where all axes have it.
    /// </summary>
    public IEnumerable<(string Name, object Value)> Arguments =>
    [
        ("kernel", Short(_windows.Select(window => window.Kernel))),
        ("stride", Short(_windows.Select(window => window.Stride))),
        ("padding", Befores.SequenceEqual(Afters) ? Short(Befores) : Build.List([.. Befores, .. Afters])),
        ("dilation", Short(_windows.Select(window => window.Dilation))),
    ];

    /// <summary>The arguments of a pool, whose stride is its kernel unless it is given.</summary>
    public IEnumerable<(string Name, object Value)> PoolArguments => Arguments.Where(
        argument => argument.Name != "stride" || _windows.Any(window => window.Stride != window.Kernel));

    /// <summary>The arguments of a layer that spreads a window.</summary>
    public IEnumerable<(string Name, object Value)> TransposedArguments =>
        [.. Arguments, ("output_padding", Short(_added))];

    /// <summary>The number of elements under the window.</summary>
    public long Elements => Dims.Product(_windows.Select(window => window.Kernel));

    /// <summary>Whether the window is a single element.</summary>
    public bool IsSingle => _windows.All(window => window.Kernel == 1);

    /// <summary>Whether something is put around the input.</summary>
    public bool IsPadded => _windows.Any(window => window.Before != 0 || window.After != 0);

    private IEnumerable<long> Befores => _windows.Select(window => window.Before);

    private IEnumerable<long> Afters => _windows.Select(window => window.After);

    /// <summary>The window of a call over an input.</summary>
    public static WindowSizes Of(Call call, long[] kernel, long[] input)
    {
        string auto = call.Text("auto_pad", "NOTSET");
        return Make(call, kernel, input, auto is not ("SAME_UPPER" or "SAME_LOWER") ? null : (axis, window) =>
        {
            // Output ceil(size / stride); what is lacking is padded, the odd element at the end named.
            long size = input[axis + 2];
            long windows = (size + window.Stride - 1) / window.Stride;
            long total = System.Math.Max(((windows - 1) * window.Stride) + window.Extent - size, 0);
            return Halves(total, auto);
        });
    }

    /// <summary>The window that a transposed convolution spreads; output_shape decides its padding where it is given.
    /// </summary>
    public static WindowSizes OfTransposed(Call call, long[] kernel, long[] input)
    {
        string auto = call.Text("auto_pad", "NOTSET");
        long[] added = (long[])Full(call.List("output_padding"), kernel.Length, 0).Clone();
        long[]? wanted = call.List("output_shape") is { Length: > 0 } sizes
            ? [.. sizes.Skip(System.Math.Max(sizes.Length - kernel.Length, 0))]
            : null;
        PadRule? rule = wanted is null && auto is not ("SAME_UPPER" or "SAME_LOWER") ? null : (axis, window) =>
        {
            long natural = new Window(window.Kernel, window.Stride, 0, 0, window.Dilation)
                .Spread(input[axis + 2], added[axis]);
            long size = wanted is null ? input[axis + 2] * window.Stride
                : axis < wanted.Length ? wanted[axis]
                : throw Call.Mismatch("output_shape has too few sizes");

            // No padding is negative: what is wanted beyond the reach of the window is added.
            added[axis] += wanted is null ? 0 : System.Math.Max(size - natural, 0);
            return Halves(System.Math.Max(natural - size, 0), auto == "SAME_UPPER" ? "SAME_UPPER" : "SAME_LOWER");
        };
        return new(Make(call, kernel, input, rule)._windows, added);
    }

    /// <summary>The same window with other padding: before each axis, then behind each.</summary>
    public WindowSizes Padded(long[] border) => new(
        [
            .. _windows.Select((window, axis) => new Window(
                window.Kernel, window.Stride, border[axis], border[axis + _windows.Length], window.Dilation)),
        ],
        _added);

    /// <summary>The sizes that come out when the window slides over an input.</summary>
    public long[] Slide(long[] input, bool ceiling = false)
    {
        return
        [
            .. _windows.Select((window, axis) => window.Slide(input[axis + 2], ceiling) is > 0 and var count
                ? count
                : throw Call.Mismatch($"the kernel is larger than the padded input {Dims.Text(input)}")),
        ];
    }

    /// <summary>The sizes that come out when the window is spread.</summary>
    public long[] Spread(long[] input)
    {
        return
        [
            .. _windows.Select((window, axis) => window.Spread(input[axis + 2], _added[axis]) is > 0 and var size
                ? size
                : throw Call.Mismatch($"the padding cuts away all that comes of {Dims.Text(input)}")),
        ];
    }

    private static WindowSizes Make(Call call, long[] kernel, long[] input, PadRule? rule)
    {
        int axes = input.Length - 2;
        long[] strides = Full(call.List("strides"), axes, 1);
        long[] dilations = Full(call.List("dilations"), axes, 1);
        long[] pads = call.Text("auto_pad", "NOTSET") == "VALID" ? new long[2 * axes]
            : Full(call.List("pads"), 2 * axes, 0);
        if (kernel.Length != axes || strides.Concat(dilations).Concat(kernel).Any(size => size < 1))
        {
            throw Call.Mismatch(
                $"a kernel of {Dims.Text(kernel)} with strides {Dims.Text(strides)} and dilations "
                + $"{Dims.Text(dilations)} does not fit {axes} spatial axes");
        }

        var windows = new Window[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            var window = new Window(kernel[axis], strides[axis], pads[axis], pads[axis + axes], dilations[axis]);
            (long before, long after) = rule?.Invoke(axis, window) ?? (window.Before, window.After);
            windows[axis] = new(kernel[axis], strides[axis], before, after, dilations[axis]);
        }

        return new(windows, []);
    }

    private static object Short(IEnumerable<long> sizes) =>
        sizes.Distinct().Count() == 1 ? sizes.First() : Build.List(sizes);

    private static (long Before, long After) Halves(long total, string auto)
    {
        long half = total / 2;
        return auto == "SAME_LOWER" ? (total - half, half) : (half, total - half);
    }

    private static long[] Full(long[]? given, int count, long standard)
    {
        return given is not { Length: > 0 } ? [.. Enumerable.Repeat(standard, count)]
            : given.Length == count ? given
            : throw Call.Mismatch($"{given.Length} sizes are given where {count} are needed: {Dims.Text(given)}");
    }
}
