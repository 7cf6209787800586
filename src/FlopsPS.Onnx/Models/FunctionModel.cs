using System;
using System.Collections.Generic;
using FlopsPS.Onnx.Wire;

namespace FlopsPS.Onnx.Models;

/// <summary>A FunctionProto: an operator that the model itself defines by others.</summary>
internal sealed class FunctionModel
{
    public string Name { get; private set; } = string.Empty;

    public string Domain { get; private set; } = string.Empty;

    public string Overload { get; private set; } = string.Empty;

    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    public List<NodeModel> Nodes { get; } = [];

    /// <summary>The attributes that a call may leave out, with the values they then have.</summary>
    public Dictionary<string, AttributeModel> Defaults { get; } = new(StringComparer.Ordinal);

    public OperatorSets Sets { get; } = new();

    public static FunctionModel Read(WireReader reader)
    {
        var function = new FunctionModel();
        while (reader.Next())
        {
            function.ReadField(reader);
        }

        return function;
    }

    private void ReadField(WireReader reader)
    {
        switch (reader.Field)
        {
            case 1:
                Name = reader.Text();
                break;
            case 4:
                Inputs.Add(reader.Text());
                break;
            case 5:
                Outputs.Add(reader.Text());
                break;
            case 7:
                Nodes.Add(reader.Message(NodeModel.Read));
                break;
            case 9:
                reader.Message(Sets.Add);
                break;
            case 10:
                Domain = reader.Text();
                break;
            case 11:
                AttributeModel attribute = reader.Message(AttributeModel.Read);
                Defaults[attribute.Name] = attribute;
                break;
            case 13:
                Overload = reader.Text();
                break;
            default:
                reader.Skip();
                break;
        }
    }
}
