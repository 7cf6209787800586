using System.Collections.Generic;
using System.IO;
using FlopsPS.Networks;
using FlopsPS.Onnx.Wire;

namespace FlopsPS.Onnx.Models;

/// <summary>A ModelProto: the graph, the functions it may call, the versions of its operators.</summary>
/// <remarks>Source: onnx/onnx.proto3; the numbers in the readers of this folder are its field numbers.</remarks>
internal sealed class OnnxModel
{
    private readonly Dictionary<(string Domain, string Name, string Overload), FunctionModel> _functions = [];
    private GraphModel? _graph;

    private OnnxModel()
    {
    }

    public GraphModel Graph => _graph!;

    public IEnumerable<FunctionModel> Functions => _functions.Values;

    public OperatorSets Sets { get; } = new();

    /// <summary>Reads a model; errors name the file.</summary>
    /// <exception cref="NetworkException">The bytes are no model.</exception>
    public static OnnxModel Read(Stream stream, string file)
    {
        ModelHead.Check(stream, file);
        var reader = new WireReader(stream, file);
        var model = new OnnxModel();
        while (reader.Next())
        {
            model.ReadField(reader);
        }

        return model._graph is null ? throw reader.Broken("there is no graph") : model;
    }

    /// <summary>The function that a node calls, or null.</summary>
    public FunctionModel? Find(NodeModel node) =>
        _functions.TryGetValue((node.Domain, node.Operator, node.Overload), out FunctionModel? function)
            ? function
            : null;

    private void ReadField(WireReader reader)
    {
        switch (reader.Field)
        {
            case 7:
                _graph = reader.Message(GraphModel.Read);
                break;
            case 8:
                reader.Message(Sets.Add);
                break;
            case 25:
                FunctionModel function = reader.Message(FunctionModel.Read);
                _functions[(function.Domain, function.Name, function.Overload)] = function;
                break;
            default:
                reader.Skip();
                break;
        }
    }
}
