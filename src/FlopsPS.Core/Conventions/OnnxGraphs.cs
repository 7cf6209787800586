using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Conventions;

/// <summary>The operators of an ONNX graph as onnx-tool counts them, where that takes more than a factor.</summary>
internal static class OnnxGraphs
{
    /// <summary>A product of stacked matrices; the tool does not broadcast stacks, it takes the larger one.</summary>
    public static Amount? Product(LayerFacts facts)
    {
        TensorShape output = facts.Call.Output;
        long stack = facts.Call.Inputs.Max(input => input.Product(0, input.Rank - 2));
        return facts.Of(stack * output.Product(Math.Max(output.Rank - 2, 0), output.Rank), "outputs") * facts.Terms;
    }

    /// <summary>
    /// The sizes of all indices of the first two operands, a size of the second one replacing that of the first. There
    /// must be a second one, and the tool knows no ellipsis.
    /// </summary>
    public static Amount? Einsum(LayerFacts facts)
    {
        var equation = (EinsumEquation)facts.Value("equation")!;
        if (equation.Operands.Count < 2)
        {
            return null;
        }

        var sizes = new Dictionary<char, long>();
        for (int operand = 0; operand < 2; operand++)
        {
            string letters = equation.Operands[operand].Replace(EinsumEquation.Ellipsis.ToString(), string.Empty);
            TensorShape shape = facts.Call.Inputs[operand];
            if (letters.Length != shape.Rank)
            {
                return null;
            }

            for (int axis = 0; axis < letters.Length; axis++)
            {
                sizes[letters[axis]] = shape[axis];
            }
        }

        return facts.Of(sizes.Values.Aggregate(1L, (product, size) => product * size), "mul");
    }

    /// <summary>The windows of a pool, of which the tool knows at most two axes.</summary>
    public static Amount? Pool(LayerFacts facts) =>
        facts.Outputs * facts.Of(Area(facts, axis => facts.Sizes("kernel")![axis]), "kernel");

    /// <summary>An adaptive pool as one with windows, which torch exports only where they are equal.</summary>
    public static Amount? Bins(LayerFacts facts)
    {
        (TensorShape input, TensorShape output) = (facts.Call.Input, facts.Call.Output);
        return Enumerable.Range(2, facts.SpatialAxes).All(axis => input[axis] % output[axis] == 0)
            ? facts.Outputs * facts.Of(Area(facts, axis => input[axis + 2] / output[axis + 2]), "kernel")
            : null;
    }

    /// <summary>Attention; a quotient takes 4 instructions, and torch's module divides the queries.</summary>
    public static Amount? Attended(LayerFacts facts) =>
        facts.Macs
        + facts.Bias
        + (36 * Attentions.Scores(facts))
        + facts.ElementsOf("attention mask")
        + ((facts.Word("scale") == DotProductAttention.ScoreProducts ? 1 : 4) * facts.ElementsOf("attention scale"))
        + SplitSteps(facts);

    /// <summary>How torch cuts an axis into equal parts.</summary>
    public static Amount? Parts(LayerFacts facts) =>
        facts.Number("parts") is { } parts ? facts.Of(Chunked(parts), "sizes") : facts.Zero;

    /// <summary>Free weights that meet the input. Those that are concatenated are expanded to the batch first: the shape
    /// is a product, axis by axis, and a comparison.</summary>
    public static Amount? Expanded(LayerFacts facts) => facts.Word("join") == "concat"
        ? facts.Of(2 * facts.Call.Output.Rank, "sizes")
        : facts.Outputs;

    // How torch cuts the packed projection of its attention. Three separate inputs have separate projections.
    private static Amount SplitSteps(LayerFacts facts)
    {
        int parts = 4 - facts.Call.Inputs.Count;
        return parts == 1 || !Attentions.IsTorchModule(facts) ? facts.Zero : facts.Of(Chunked(parts), "sizes");
    }

    // The size of a part, rounded up, is an addition and a division; each part but the first starts at a multiple.
    private static long Chunked(long parts) => 1 + 4 + parts;

    private static long Area(LayerFacts facts, Func<int, long> size)
    {
        long area = size(0);
        return facts.SpatialAxes == 2 ? area * size(1) : area;
    }
}
