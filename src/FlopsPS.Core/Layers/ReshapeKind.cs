using System.Collections.Generic;
using System.Linq;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Gives the elements of each sample other axes; the batch stays, or parts of a sample become samples.
/// </summary>
/// <remarks>Source: torch.reshape; 0 keeps the size of the input at its place, as in ONNX.</remarks>
internal sealed class ReshapeKind : FreeKind
{
    private readonly Argument<IReadOnlyList<long>> _shape;
    private readonly Argument<string> _layout;
    private readonly Argument<Rational> _batch;

    public ReshapeKind()
        : base("reshape", "Gives the elements of each sample other axes.")
    {
        _shape = Integers("shape", "Sizes behind the batch; one may be -1 for what is left, 0 keeps the input's size.")
            .AtLeast(-1)
            .Required();
        _layout = Word("layout", "What the axes of the output are, batch included.", [.. Layouts.Names]);
        _batch = Number(
            "batch", "By what the batch is multiplied: heads makes each head a sample, 1/heads joins them again.")
            .Or(1);
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        KindChecks.Rank(input, 1, "a batch and more");
        Rational batch = layer.Get(_batch) * input[0];
        if (!batch.IsInteger || batch < 1)
        {
            throw Mismatch($"the batch of {input} cannot be multiplied by {layer.Get(_batch)}");
        }

        long[] sizes = [batch.Numerator, .. layer.Get(_shape).Select((size, index) => Keep(size, index + 1, input))];
        Fill(sizes, input);
        return new(sizes, layer.Has(_layout) ? Letters(layer.Get(_layout), sizes) : Letters(input, sizes));
    }

    private static long Keep(long size, int axis, TensorShape input)
    {
        return size != 0 ? size
            : axis < input.Rank ? input[axis]
            : throw Mismatch($"0 keeps the size of axis {axis}, but {input} has {input.Rank} axes");
    }

    private static void Fill(long[] sizes, TensorShape input)
    {
        if (sizes.Count(size => size == -1) > 1)
        {
            throw Mismatch($"only one size of a shape can be -1: {RawText.Of(sizes.Skip(1))}");
        }

        long known = sizes.Where(size => size != -1).Aggregate(1L, (product, size) => product * size);
        int left = System.Array.IndexOf(sizes, -1);
        if (left >= 0 && input.Elements % known == 0)
        {
            sizes[left] = input.Elements / known;
        }
        else if (known != input.Elements)
        {
            throw Mismatch(
                $"{input} has {(Rational)input.Elements / sizes[0]} elements per sample, which do not fill "
                + RawText.Of(sizes.Skip(1)));
        }
    }

    private static string Letters(string layout, long[] sizes)
    {
        return layout.Length == sizes.Length
            ? Layouts.Letters(layout)
            : throw Mismatch($"the layout {layout} has {layout.Length} axes, but the shape has {sizes.Length}");
    }

    private static string Letters(TensorShape input, long[] sizes) =>
        input.Rank == sizes.Length ? input.Layout : Layouts.OfRank(sizes.Length);
}
