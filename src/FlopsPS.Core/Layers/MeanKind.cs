using System.Linq;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>The mean over neighbouring axes, which are gone afterwards.</summary>
/// <remarks>Source: torch.mean(x, dim), as networks call it that have no module for their last pool; tools that count
/// modules do not see it.</remarks>
internal sealed class MeanKind : UnaryKind
{
    private readonly Argument<AxisArgument> _start;
    private readonly Argument<AxisArgument> _end;

    public MeanKind()
        : base("mean", "The mean over neighbouring axes, which are gone afterwards; the spatial ones unless told otherwise.")
    {
        _start = Axis("start", "First axis to average over.").Or(new(2));
        _end = Axis("end", "Last axis to average over.").Or(new(-1));
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        int start = layer.Get(_start).Resolve(input);
        int end = layer.Get(_end).Resolve(input);
        if (start > end)
        {
            throw Mismatch($"mean starts at axis {start} of {input}, behind its end, axis {end}");
        }

        string layout = input.Layout.Remove(start, end - start + 1);
        return new(
            [.. input.Sizes.Take(start), .. input.Sizes.Skip(end + 1)],
            layout == "NC" ? "NF" : layout);
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        long means = call.Output.Elements;
        to.Do(new Reduction(call.Input.Elements, means));
        to.Do(new Elementwise(ElementwiseFunction.Divide, means));
    }
}
