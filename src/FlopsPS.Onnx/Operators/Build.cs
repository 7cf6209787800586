using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Makes layers.</summary>
internal static class Build
{
    /// <summary>A layer of the catalogue.</summary>
    public static Layer Kind(string kind, params IEnumerable<(string Name, object Value)> arguments) =>
        LayerCatalog.Get(kind).Create(arguments.ToDictionary(pair => pair.Name, pair => pair.Value));

    /// <summary>Data that are moved.</summary>
    public static Layer Movement(string kind) => StatedKind.Layer(kind, new Movement(kind));

    /// <summary>What has no cost that could be stated, under the name of the operator and the reason. Kinds that
    /// conventions have rules for are in lower case, and an operator that is named like one is none.</summary>
    public static Layer Uncounted(Call call, string reason) => StatedKind.Layer(
        char.ToUpperInvariant(call.Node.Operator[0]) + call.Node.Operator.Substring(1),
        new UserDefined($"{call.Node.FullOperator} ({reason})", macs: null, flops: null));

    /// <summary>A function of each element of the output.</summary>
    public static Layer Elementwise(Call call, string kind, ElementwiseFunction function, int operands = 1) =>
        StatedKind.Layer(kind, new Elementwise(function, OutputElements(call), operands, kind));

    /// <summary>The sizes that a layer of the catalogue makes of these, where its rule is ONNX's too.</summary>
    public static long[] Infer(Layer layer, IEnumerable<long[]> inputs)
    {
        var builder = new NetworkBuilder();
        Tensor[] tensors =
            [.. inputs.Select((sizes, i) => builder.AddInput($"input {i}", new TensorShape(sizes), mayBeEmpty: true))];
        return [.. builder.Add(layer.Kind, layer, tensors).Outputs[0].Shape.Sizes];
    }

    /// <summary>The number of elements that come out first.</summary>
    public static long OutputElements(Call call) => Dims.Product(call.Outputs[0].Sizes!);

    /// <summary>How many rows of a length the elements of a tensor are; none are of nothing.</summary>
    public static long Rows(long elements, long length) => length == 0 ? 0 : elements / length;

    /// <summary>Whole numbers as an argument takes them.</summary>
    public static IReadOnlyList<object> List(IEnumerable<long> values) => [.. values.Cast<object>()];
}
