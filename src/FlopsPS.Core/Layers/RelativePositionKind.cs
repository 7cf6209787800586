using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// Relative positions of attention over maps, one axis at a time: to the score of a query and a key are added, for each
/// axis, the query times the vector of their distance along it. Parameters d * (2*max(q, k) - 1) for an axis of q
/// queries and k keys; multiply-accumulates d * k for every query.
/// </summary>
/// <remarks>
/// Source: Li et al., MViTv2, arXiv:2112.01526, equation 4; torchvision, _add_rel_pos. Tokens in front of the maps,
/// such as a class token, have no position.
/// </remarks>
internal sealed class RelativePositionKind : LayerKind
{
    private readonly Argument<IReadOnlyList<long>> _queries;
    private readonly Argument<IReadOnlyList<long>> _keys;

    public RelativePositionKind()
        : base("relativeposition", "Adds relative positions to the scores of attention: inputs [scores, queries].")
    {
        _queries = Integers("queries", "Sizes of the map of queries.").AtLeast(1).Required();
        _keys = Integers("keys", "Sizes of the map of keys, axis by axis.").AtLeast(1).Required();
    }

    public override string Formula =>
        "parameters = d * the sum of 2*max(q, k) - 1 over the axes of q queries and k keys; MACs = d * the sum of k "
        + "for every query of the map, in each head";

    internal override (int Least, int Most) InputCount => (2, 2);

    internal override void Check(Layer layer)
    {
        if (layer.Get(_keys).Count != layer.Get(_queries).Count)
        {
            throw _keys.Invalid(
                RawText.Of(layer.Get(_keys)), $"as many sizes as queries {RawText.Of(layer.Get(_queries))}");
        }
    }

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs)
    {
        TensorShape scores = inputs[0];
        TensorShape queries = inputs[1];
        KindChecks.Rank(scores, 3, "a batch, queries and keys");
        if (!scores.Sizes.Take(scores.Rank - 1).SequenceEqual(queries.Sizes.Take(queries.Rank - 1)))
        {
            throw Mismatch($"the queries {queries} do not go with the scores {scores}: only the last axis may differ");
        }

        IReadOnlyList<long> queryMap = layer.Get(_queries);
        IReadOnlyList<long> keyMap = layer.Get(_keys);
        long others = scores[-2] - Positions(queryMap);
        return others >= 0 && others == scores[-1] - Positions(keyMap)
            ? [scores]
            : throw Mismatch(
                $"{scores} is not the scores of a map of {RawText.Of(queryMap)} queries and one of "
                + $"{RawText.Of(keyMap)} keys, each behind the same number of other tokens");
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        IReadOnlyList<long> queries = call.Layer.Get(_queries);
        IReadOnlyList<long> keys = call.Layer.Get(_keys);
        long features = call.Inputs[1][-1];
        long heads = call.Output.Product(0, call.Output.Rank - 2);
        for (int axis = 0; axis < queries.Count; axis++)
        {
            to.Parameter($"rel_pos_{axis}", ((2 * Math.Max(queries[axis], keys[axis])) - 1) * features);
            to.Do(new Movement("position lookup"));
            to.Do(Contraction.Of(
                ContractionForm.MatMul,
                new TensorShape([heads, Positions(queries), keys[axis]], "NTF"),
                features,
                hasBias: false,
                "relative position"));
        }

        to.Do(new Elementwise(
            ElementwiseFunction.Add, heads * Positions(queries) * Positions(keys), queries.Count + 1, "position bias"));
    }

    private static long Positions(IReadOnlyList<long> map) => map.Aggregate(1L, (product, size) => product * size);
}
