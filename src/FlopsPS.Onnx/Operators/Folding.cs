using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Arithmetic on the elements of small constants.</summary>
internal static class Folding
{
    /// <summary>A function of each element; null when they are not known, or the function is not.</summary>
    public static Elements? Each(Call call, Func<long, long>? whole, Func<double, double>? real)
    {
        return call.Input(0).Elements switch
        {
            { IsReal: true } elements when real is not null => new(elements.Real.Select(real).ToArray()),
            { IsReal: false } elements when whole is not null =>
                Whole(() => new(elements.Whole.Select(whole).ToArray())),
            _ => null,
        };
    }

    /// <summary>A function of the elements at the same place, inputs taken two at a time from the left.</summary>
    public static Elements? Join(
        Call call, long[] sizes, Func<long, long, long>? whole, Func<double, double, double> real)
    {
        if (call.Inputs.Any(input => input?.Elements is null) || !Elements.AreFew(sizes))
        {
            return null;
        }

        Elements[] inputs = [.. call.Inputs.Select(
            (input, i) => input!.Elements!.Pick(Places.Stretched(call.Aligned(i), sizes)))];
        if (inputs.All(input => !input.IsReal))
        {
            return whole is null ? null : Whole(() => new(inputs.Select(input => input.Whole)
                .Aggregate((a, b) => [.. a.Zip(b, whole)])));
        }

        return new(inputs.Select(input => input.Real).Aggregate((a, b) => [.. a.Zip(b, real)]));
    }

    /// <summary>One element of those of the first input that go to the same place, in the order of the places; null
    /// when they are not known, or the function is not.</summary>
    /// <param name="call">The call.</param>
    /// <param name="places">Where each element goes.</param>
    /// <param name="whole">Makes one whole number of several.</param>
    /// <param name="real">Makes one fraction of several.</param>
    public static Elements? Groups(
        Call call, Func<int[]> places, Func<IEnumerable<long>, long>? whole, Func<IEnumerable<double>, double>? real)
    {
        return call.Input(0).Elements switch
        {
            { IsReal: true, Count: > 0 } elements when real is not null =>
                new(Grouped(elements.Real, places()).Select(real).ToArray()),
            { IsReal: false, Count: > 0 } elements when whole is not null =>
                Whole(() => new(Grouped(elements.Whole, places()).Select(whole).ToArray())),
            _ => null,
        };
    }

    private static IEnumerable<IEnumerable<T>> Grouped<T>(T[] elements, int[] places) =>
        elements.Zip(places, (element, place) => (Element: element, Place: place))
            .GroupBy(pair => pair.Place, pair => pair.Element)
            .OrderBy(group => group.Key);

    // A size that divides by 0 or leaves 64 bits is none; whoever needs it says so.
    private static Elements? Whole(Func<Elements> compute)
    {
        try
        {
            return compute();
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }
}
