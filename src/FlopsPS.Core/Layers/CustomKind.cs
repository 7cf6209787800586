using System.Collections.Generic;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A layer that is not in the catalogue: its author states what it makes and costs.</summary>
internal sealed class CustomKind : LayerKind
{
    private readonly Argument<IReadOnlyList<long>> _out;
    private readonly Argument<long> _parameters;
    private readonly Argument<long> _macs;
    private readonly Argument<long> _flops;

    public CustomKind()
        : base("custom", "A layer that FlopsPS does not know; what is not stated is reported as uncounted.")
    {
        _out = Integers("out", "Sizes of the output behind the batch; those of the first input when not given.")
            .AtLeast(1);
        _parameters = Integer("parameters", "Number of weights.").AtLeast(0).Or(0);
        _macs = Integer("macs", "Multiply-accumulates per sample; the batch multiplies them.").AtLeast(0);
        _flops = Integer("flops", "FLOPs per sample; the batch multiplies them.").AtLeast(0);
    }

    public override string Formula => "parameters as stated; MACs = N*macs";

    internal override (int Least, int Most) InputCount => (1, int.MaxValue);

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs)
    {
        TensorShape input = inputs[0];
        KindChecks.Rank(input, 1, "a batch and more");
        if (!layer.Has(_out))
        {
            return [input];
        }

        IReadOnlyList<long> sizes = layer.Get(_out);
        string layout = sizes.Count + 1 == input.Rank ? input.Layout : Layouts.OfRank(sizes.Count + 1);
        return [new([input[0], .. sizes], layout)];
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        if (call.Layer.Get(_parameters) is var parameters && parameters > 0)
        {
            to.Parameter("weight", parameters);
        }

        long batch = call.Input[0];
        to.Do(new UserDefined(Name, call.Layer.Find(_macs) * batch, call.Layer.Find(_flops) * batch));
    }
}
