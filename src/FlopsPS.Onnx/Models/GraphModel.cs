using System.Collections.Generic;
using FlopsPS.Onnx.Wire;

namespace FlopsPS.Onnx.Models;

/// <summary>A GraphProto: nodes, the tensors that are stored, inputs and outputs.</summary>
internal sealed class GraphModel
{
    public string Name { get; private set; } = string.Empty;

    public List<NodeModel> Nodes { get; } = [];

    /// <summary>The stored tensors, sparse ones with the sizes of what they stand for.</summary>
    public List<TensorModel> Initializers { get; } = [];

    /// <summary>The inputs; until version 3 of the format the stored tensors are among them.</summary>
    public List<ValueModel> Inputs { get; } = [];

    public List<ValueModel> Outputs { get; } = [];

    /// <summary>The shapes that the exporter knew of values in between.</summary>
    public List<ValueModel> Values { get; } = [];

    public static GraphModel Read(WireReader reader)
    {
        var graph = new GraphModel();
        while (reader.Next())
        {
            graph.ReadField(reader);
        }

        return graph;
    }

    private void ReadField(WireReader reader)
    {
        switch (reader.Field)
        {
            case 1:
                Nodes.Add(reader.Message(NodeModel.Read));
                break;
            case 2:
                Name = reader.Text();
                break;
            case 5:
                Initializers.Add(reader.Message(TensorModel.Read));
                break;
            case 11:
                Inputs.Add(reader.Message(ValueModel.Read));
                break;
            case 12:
                Outputs.Add(reader.Message(ValueModel.Read));
                break;
            case 13:
                Values.Add(reader.Message(ValueModel.Read));
                break;
            case 15:
                Initializers.Add(reader.Message(TensorModel.ReadSparse));
                break;
            default:
                reader.Skip();
                break;
        }
    }
}
