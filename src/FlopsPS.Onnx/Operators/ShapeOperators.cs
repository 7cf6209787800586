using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators that ask for a shape or give tensors another one, with the elements in the same order.</summary>
internal sealed class ShapeOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("Shape", new(InferShape, _ => Build.Movement("shape"), "-")),
        ("Size", new(InferSize, _ => Build.Movement("size"), "-")),
        ("Reshape", Same(Reshaped, "reshape", "x -")),
        ("Flatten", Same(Flattened, "flatten")),
        ("Squeeze", Same(Squeezed, "reshape", "x -")),
        ("Unsqueeze", Same(Unsqueezed, "reshape", "x -")),
        ("Identity", new(InferIdentity, _ => Build.Kind("identity"))),
        ("Dropout", new(InferDropout, _ => Build.Kind("dropout"), "x -*")),
        ("Cast", new(call => Recast(call, CastType(call)), _ => Build.Movement("cast"))),
        ("BitCast", new(
            call => call.Output(call.Sizes(0), (ElementType)call.Whole("to")), _ => Build.Movement("cast"))),
        ("CastLike", new(call => Recast(call, call.Input(1).Type), _ => Build.Movement("cast"), "x -")),
        ("Expand", new(InferExpand, _ => Build.Movement("expand"), "x -")),
    ];

    private static Operator Same(System.Func<Call, long[]> sizes, string kind, string slots = "x") =>
        new(call => call.Output(sizes(call), call.Input(0).Elements), _ => Build.Movement(kind), slots);

    // Where the value comes from does not matter here: a shape is known of every tensor, so it is a constant.
    private static void InferShape(Call call)
    {
        long[] input = call.Sizes(0);
        int rank = input.Length;
        int start = Held(call.Whole("start", 0), rank);
        int end = Held(call.Whole("end", rank), rank);
        long[] sizes = [.. input.Skip(start).Take(System.Math.Max(end - start, 0))];
        call.Output([sizes.Length], ElementType.Int64, new(sizes)).IsConstant = true;
    }

    private static int Held(long index, int rank) =>
        (int)System.Math.Min(System.Math.Max(index < 0 ? index + rank : index, 0), rank);

    private static void InferSize(Call call) =>
        call.Output([], ElementType.Int64, new([Dims.Product(call.Sizes(0))])).IsConstant = true;

    private static long[] Reshaped(Call call)
    {
        long[] input = call.Sizes(0);
        long[] wanted = call.List(1, "shape") ?? [];
        bool takesZero = call.Whole("allowzero", 0) != 0;
        long[] sizes = [.. wanted.Select((size, axis) => size != 0 || takesZero ? size
            : axis < input.Length ? input[axis]
            : throw Call.Mismatch($"0 keeps the size of axis {axis}, but {Dims.Text(input)} has {input.Length} axes"))];
        long elements = Dims.Product(input);
        long known = Dims.Product(sizes.Where(size => size != -1));
        int left = System.Array.IndexOf(sizes, -1L);
        if (left >= 0)
        {
            sizes[left] = known > 0 && elements % known == 0 ? elements / known : elements == 0 ? 0 : -1;
        }

        return sizes.All(size => size >= 0) && Dims.Product(sizes) == elements
            ? sizes
            : throw Call.Mismatch(
                $"the {elements} elements of {Dims.Text(input)} do not fill the shape {string.Join(", ", wanted)}");
    }

    private static long[] Flattened(Call call)
    {
        long[] input = call.Sizes(0);
        long axis = call.Whole("axis", 1);
        int split = axis == input.Length ? input.Length : Dims.Axis(axis, System.Math.Max(input.Length, 1));
        return [Dims.Product(input.Take(split)), Dims.Product(input.Skip(split))];
    }

    private static long[] Squeezed(Call call)
    {
        long[] input = call.Sizes(0);
        HashSet<int>? axes = call.List(1, "axes") is { } given
            ? [.. given.Select(axis => Dims.Axis(axis, input.Length))]
            : null;
        return axes?.Any(axis => input[axis] != 1) == true
            ? throw Call.Mismatch($"only axes of size 1 of {Dims.Text(input)} can be taken out")
            : [.. input.Where((size, axis) => axes is null ? size != 1 : !axes.Contains(axis))];
    }

    private static long[] Unsqueezed(Call call)
    {
        long[] input = call.Sizes(0);
        long[] given = call.List(1, "axes") ?? [];
        int rank = input.Length + given.Length;
        HashSet<int> axes = [.. given.Select(axis => Dims.Axis(axis, rank))];
        if (axes.Count < given.Length)
        {
            throw Call.Mismatch($"an axis is put in twice: {string.Join(", ", given)}");
        }

        int next = 0;
        return [.. Enumerable.Range(0, rank).Select(axis => axes.Contains(axis) ? 1 : input[next++])];
    }

    private static void InferIdentity(Call call)
    {
        Value input = call.Input(0);
        call.Hand(input.Items is not null
            ? input
            : new Value(string.Empty, input.Type, call.Sizes(0)) { Elements = input.Elements });
    }

    private static void InferDropout(Call call)
    {
        call.Output(call.Sizes(0));

        // Until version 10 the mask is of the type of the data.
        call.Output(call.Sizes(0), call.Version < 10 ? call.Input(0).Type : ElementType.Boolean);
    }

    // Until version 5 the type was a word: FLOAT.
    private static ElementType CastType(Call call) => call.Attribute("to")?.Text?.ToUpperInvariant() switch
    {
        null => (ElementType)call.Whole("to"),
        "FLOAT" => ElementType.Single,
        "FLOAT16" => ElementType.Half,
        "BOOL" => ElementType.Boolean,
        "STRING" => ElementType.Text,
        var word => System.Enum.TryParse(word, ignoreCase: true, out ElementType type)
            ? type
            : throw new NetworkException(ErrorCode.ModelInvalid, $"there is no type '{word}'"),
    };

    private static void Recast(Call call, ElementType type)
    {
        Elements? input = call.Input(0).Elements;
        call.Output(call.Sizes(0), type, input is null ? null
            : type.IsReal() ? new(input.Real)
            : type == ElementType.Boolean ? new([.. input.Real.Select(value => value != 0 ? 1L : 0)])
            : new(input.Whole));
    }

    private static void InferExpand(Call call)
    {
        long[] input = call.Sizes(0);
        long[] wanted = call.Wholes(1);
        if (wanted.Any(size => size < 0))
        {
            throw Call.Mismatch($"{Dims.Text(input)} cannot be stretched to {string.Join(", ", wanted)}");
        }

        long[] sizes = Dims.Broadcast(input, wanted);
        call.Output(sizes, call.Picked(sizes, () => Places.Stretched(input, sizes)));
    }
}
