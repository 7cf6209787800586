using System.Linq;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Merges neighbouring axes into one.</summary>
/// <remarks>Source: torch.nn.Flatten.</remarks>
internal sealed class FlattenKind : FreeKind
{
    private readonly Argument<AxisArgument> _start;
    private readonly Argument<AxisArgument> _end;

    public FlattenKind()
        : base("flatten", "Merges neighbouring axes into one; all but the batch unless told otherwise.")
    {
        _start = Axis("start", "First axis to merge.").Or(new(1));
        _end = Axis("end", "Last axis to merge.").Or(new(-1));
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        int start = layer.Get(_start).Resolve(input);
        int end = layer.Get(_end).Resolve(input);
        if (start > end)
        {
            throw Mismatch($"flatten starts at axis {start} of {input}, behind its end, axis {end}");
        }

        string layout = input.Layout;
        return new(
            [.. input.Sizes.Take(start), input.Product(start, end + 1), .. input.Sizes.Skip(end + 1)],
            layout.Substring(0, start) + Merge(layout.Substring(start, end - start + 1)) + layout.Substring(end + 1));
    }

    // Space alone becomes a length; whatever takes channels in becomes features.
    private static char Merge(string letters) =>
        letters.Length == 1 ? letters[0]
        : letters[0] == 'N' ? 'N'
        : letters.Any(letter => letter is 'C' or 'F') ? 'F'
        : 'L';
}
