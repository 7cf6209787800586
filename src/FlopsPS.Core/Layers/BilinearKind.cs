using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// y_o = sum over i and j of x1_i * A_oij * x2_j, + b_o. Parameters out * in1 * in2 (+ out). Computed in two steps,
/// whichever order is cheaper: A is contracted with the longer input, the result with the shorter one,
/// out * in1 * in2 + out * min(in1, in2) multiply-accumulates; or all products x1_i * x2_j are made first,
/// in1 * in2 + out * in1 * in2.
/// </summary>
/// <remarks>Source: torch.nn.Bilinear.</remarks>
internal sealed class BilinearKind : LayerKind
{
    private readonly Argument<long> _out;
    private readonly Argument<bool> _bias;

    public BilinearKind()
        : base("bilinear", "A learned bilinear form of two inputs on their last axis.")
    {
        _out = Integer("out", "Output features.").Required();
        _bias = Boolean("bias", "Whether a bias is added to every output value.").Or(true);
    }

    public override string Formula =>
        "parameters = out*in1*in2 + out; MACs = out*in1*in2 + min(out*min(in1, in2), in1*in2) for every pair of "
        + "vectors: the cheaper order of two steps";

    internal override (int Least, int Most) InputCount => (2, 2);

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs)
    {
        KindChecks.Rank(inputs[0], 2, "a batch and features");
        KindChecks.Rank(inputs[1], 2, "a batch and features");
        return inputs[0].With(-1, inputs[1][-1]).Equals(inputs[1])
            ? [inputs[0].WithFeatures(layer.Get(_out))]
            : throw Mismatch($"{inputs[0]} and {inputs[1]} do not go together: all axes but the last must agree");
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        long shorter = Math.Min(call.Input[-1], call.Inputs[1][-1]);
        long longer = Math.Max(call.Input[-1], call.Inputs[1][-1]);
        long features = call.Output[-1];
        bool hasBias = call.Layer.Get(_bias);
        to.Parameter("weight", features * longer * shorter);
        if (hasBias)
        {
            to.Parameter("bias", features);
        }

        IEnumerable<long> vectors = call.Output.Sizes.Take(call.Output.Rank - 1);
        if (longer < features)
        {
            var products = new TensorShape([.. vectors, longer, shorter]);
            to.Do(Contraction.Of(ContractionForm.MatMul, products, terms: 1, hasBias: false, "outer product"));
            to.Do(Contraction.Of(ContractionForm.Linear, call.Output, longer * shorter, hasBias, "bilinear"));
        }
        else
        {
            var partial = new TensorShape([.. vectors, features, shorter]);
            to.Do(Contraction.Of(ContractionForm.Linear, partial, longer, hasBias: false, "bilinear"));
            to.Do(Contraction.Of(ContractionForm.MatMul, call.Output, shorter, hasBias, "bilinear"));
        }
    }
}
