using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;

namespace FlopsPS.Onnx.Lowering;

/// <summary>Inputs of a network that stand where operators have weights, as in a file that was exported without them.
/// </summary>
internal static class InputWeights
{
    /// <summary>What is to be said of such inputs; null when there are none.</summary>
    public static string? Warning(IEnumerable<Call> calls, IReadOnlyCollection<Value> inputs)
    {
        string[] names =
            [.. calls.SelectMany(Weights).Where(inputs.Contains).Select(value => $"'{value.Name}'").Distinct()];
        string more = names.Length > 3 ? $" and {names.Length - 3} more" : string.Empty;
        return names.Length switch
        {
            0 => null,
            1 => $"{names[0]} is an input where a weight stands; the file does not store it, so it counts as no "
                + "parameter",
            _ => $"{string.Join(", ", names.Take(3))}{more} are inputs where weights stand; the file stores none of "
                + "them, so they count as no parameters",
        };
    }

    // Where any of two factors may be a weight, neither has to be.
    private static IEnumerable<Value> Weights(Call call) => call.Operator.Slots[0].IsData
        ? call.Inputs.Where((_, i) => call.Operator.Slots[i] is
        { IsData: false, IsIgnored: false, IsQuantized: false, IsScale: false }).OfType<Value>()
        : [];
}
