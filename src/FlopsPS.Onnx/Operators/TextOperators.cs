using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators on texts and on files of pictures, which do no arithmetic that could be counted.</summary>
internal sealed class TextOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("StringConcat", new(
            call => call.Output(Dims.Broadcast(call.Sizes(0), call.Sizes(1))), Uncounted)),
        ("RegexFullMatch", new(
            call => call.Output(call.Sizes(0), ElementType.Boolean), Uncounted)),
        ("TfIdfVectorizer", new(InferGrams, Uncounted)),
        ("StringNormalizer", OfData("which words are left depends on data")),
        ("StringSplit", OfData("into how many parts texts fall depends on data")),
        ("ImageDecoder", OfData("how large a picture is depends on data")),
    ];

    private static Operator OfData(string reason) =>
        new(_ => throw new UnknownShapeException(reason), call => Build.Uncounted(call, reason), "x -*");

    private static Layer Uncounted(Call call) => Build.Uncounted(call, "it works on texts");

    // Words or their numbers come in, [C] or [N, C]; how often each group of them is there comes out.
    private static void InferGrams(Call call)
    {
        long[] input = call.Sizes(0);
        long groups = (call.List("ngram_indexes") ?? []).DefaultIfEmpty(-1).Max() + 1;
        call.Output([.. input.Take(input.Length - 1), groups], ElementType.Single);
    }
}
