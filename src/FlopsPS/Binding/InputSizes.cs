using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Binding;

/// <summary>Sizes that were asked for, by the name of the input; the empty name means the only input.</summary>
public sealed class InputSizes
{
    private readonly IReadOnlyDictionary<string, long[]> _sizes;

    private InputSizes(IReadOnlyDictionary<string, long[]> sizes) => _sizes = sizes;

    /// <summary>The sizes as they were typed, joined by x.</summary>
    public override string ToString() => string.Join(", ", _sizes.Select(
        input => input.Key.Length == 0 ? Join(input.Value) : $"{input.Key}={Join(input.Value)}"));

    /// <summary>Reads sizes, or a dictionary of them.</summary>
    internal static InputSizes Of(object? value)
    {
        return new(RawValue.Unwrap(value) is IDictionary byName
            ? byName.Keys.Cast<object>().ToDictionary(name => name.ToString(), name => RawValue.Sizes(byName[name]))
            : new Dictionary<string, long[]> { [string.Empty] = RawValue.Sizes(value) });
    }

    /// <summary>The shapes, when the order of the sizes is a layout.</summary>
    /// <exception cref="NetworkException">The layout is unknown, or has another number of sizes.</exception>
    internal IReadOnlyDictionary<string, TensorShape> In(string layout) =>
        _sizes.ToDictionary(input => input.Key, input => Shape(() => Layouts.Canonical(input.Value, layout)));

    /// <summary>The shapes as they were given, for networks that fit them to their inputs themselves.</summary>
    internal IReadOnlyDictionary<string, TensorShape> AsGiven() =>
        _sizes.ToDictionary(input => input.Key, input => Shape(() => new TensorShape(input.Value)));

    /// <summary>The shapes, when the order of the sizes is the network's own; the batch may be left out.</summary>
    /// <exception cref="NetworkException">An input is unknown, or has another number of sizes.</exception>
    internal IReadOnlyDictionary<string, TensorShape> InOrderOf(Network network)
    {
        var shapes = new Dictionary<string, TensorShape>();
        foreach (KeyValuePair<string, long[]> wanted in _sizes)
        {
            NetworkInput? input = network.Inputs.FirstOrDefault(own => wanted.Key.Length == 0
                || own.Name.Equals(wanted.Key, StringComparison.OrdinalIgnoreCase));

            // A name that the network does not have stays as it is: the network knows how to refuse it.
            shapes[wanted.Key.Length == 0 ? wanted.Key : input?.Name ?? wanted.Key] = input is null
                ? Shape(() => new TensorShape(wanted.Value))
                : Fit(wanted.Value, input);
        }

        return shapes;
    }

    /// <summary>
    /// The shape for layers that have no order of their own: batch first, channels before space. One size is a
    /// vector of features.
    /// </summary>
    /// <exception cref="NetworkException">The number of sizes does not tell what they are.</exception>
    internal TensorShape OfLayers(string? layout)
    {
        if (_sizes.Count != 1)
        {
            throw new NetworkException(ErrorCode.ArgumentInvalid, "Layers in a chain have one input; give one shape.");
        }

        if (layout is not null)
        {
            return In(layout).Values.First();
        }

        long[] sizes = _sizes.Values.First();
        return sizes.Length switch
        {
            1 => Shape(() => new TensorShape([.. sizes.Prepend(1)])),
            3 => throw new NetworkException(
                ErrorCode.ArgumentInvalid,
                $"-InputShape {Join(sizes)} can be a picture without its batch or a sequence with it; say which with "
                + "-Layout: NHWC, NCHW, NLC, NCL or NTD"),
            _ => Shape(() => new TensorShape(sizes)),
        };
    }

    private static TensorShape Fit(long[] sizes, NetworkInput input)
    {
        TensorShape own = input.Tensor.Shape;
        if (sizes.Length != own.Rank && sizes.Length != own.Rank - 1)
        {
            throw new NetworkException(
                ErrorCode.ShapeMismatch,
                $"The input '{input.Name}' is {own} ({input.Layout}), so it takes {own.Rank} sizes, or {own.Rank - 1} "
                + $"without the batch; {Join(sizes)} has {sizes.Length}. Is a -Layout missing?");
        }

        long[] whole = sizes.Length == own.Rank ? sizes : [.. sizes.Prepend(own[0])];
        return Shape(() => Layouts.Names.Contains(input.Layout)
            ? Layouts.Canonical(whole, input.Layout)
            : new TensorShape(whole, own.Layout));
    }

    private static TensorShape Shape(Func<TensorShape> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException error)
        {
            throw new NetworkException(ErrorCode.ArgumentInvalid, error.Message, error);
        }
    }

    private static string Join(long[] sizes) =>
        string.Join("x", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));
}
