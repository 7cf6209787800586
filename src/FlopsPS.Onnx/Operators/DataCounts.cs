using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Models;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators that make as many of something as data decide. How many is a dimension of the model, under the
/// name of the node, or of what it makes where the node has none.</summary>
internal static class DataCounts
{
    /// <summary>The names of such dimensions, in all graphs and functions of a model.</summary>
    public static IEnumerable<string> NamesIn(OnnxModel model) => model.Functions
        .SelectMany(function => function.Nodes)
        .Concat(model.Graph.Nodes)
        .SelectMany(node => node.Graphs.SelectMany(graph => graph.Nodes).Prepend(node))
        .Where(node => OperatorTable.Find(node.Domain, node.Operator)?.InferCount is not null)
        .Select(NameOf);

    /// <summary>The error of a call that makes an unknown number of something.</summary>
    /// <param name="call">The call.</param>
    /// <param name="what">What the number is of.</param>
    public static UnknownShapeException Unknown(Call call, string what)
    {
        string name = call.Node.Name.Length > 0 ? "the name of the node" : $"'{NameOf(call.Node)}'";
        return new($"{what} depends on data; -Dimension says it by {name}");
    }

    /// <summary>The name of the dimension.</summary>
    public static string NameOf(NodeModel node) => node.Name.Length > 0 ? node.Name.Trim('/')
        : node.Outputs.Count > 0 ? node.Outputs[0]
        : node.Operator;
}
