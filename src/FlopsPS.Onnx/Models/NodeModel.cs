using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Wire;

namespace FlopsPS.Onnx.Models;

/// <summary>A NodeProto: an operator, the names of what it reads and makes, its attributes.</summary>
internal sealed class NodeModel
{
    private NodeModel(long place) => Place = place;

    /// <summary>Where the node ends in the file.</summary>
    public long Place { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public string Operator { get; private set; } = string.Empty;

    /// <summary>The domain of the operator; empty for ONNX's own.</summary>
    public string Domain { get; private set; } = string.Empty;

    /// <summary>The operator with its domain, where that is not ONNX's own.</summary>
    public string FullOperator => Domain.Length == 0 ? Operator : $"{Domain}.{Operator}";

    public string Overload { get; private set; } = string.Empty;

    /// <summary>The names of the inputs; an optional one that is left out is empty.</summary>
    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    public Dictionary<string, AttributeModel> Attributes { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>The name, or the operator and what it makes.</summary>
    public string Label => Name.Length > 0 ? Name
        : Outputs.Count > 0 ? $"{Operator} -> {Outputs[0]}"
        : Operator;

    /// <summary>The graphs that the node holds, and those that their nodes hold.</summary>
    public IEnumerable<GraphModel> Graphs => Attributes.Values
        .Select(attribute => attribute.Graph)
        .OfType<GraphModel>()
        .SelectMany(graph => graph.Nodes.SelectMany(node => node.Graphs).Prepend(graph));

    public static NodeModel Read(WireReader reader)
    {
        var node = new NodeModel(reader.Position);
        while (reader.Next())
        {
            node.ReadField(reader);
        }

        return node.Operator.Length > 0 ? node : throw reader.Broken($"the node '{node.Label}' has no operator");
    }

    /// <summary>The same node with other attributes.</summary>
    public NodeModel With(Dictionary<string, AttributeModel> attributes)
    {
        var copy = (NodeModel)MemberwiseClone();
        copy.Attributes = attributes;
        return copy;
    }

    /// <summary>The node with another operator, and an attribute more.</summary>
    public NodeModel As(string domain, string @operator, AttributeModel? attribute)
    {
        NodeModel copy = With(new(Attributes, StringComparer.Ordinal));
        copy.Operator = @operator;
        copy.Domain = domain;
        if (attribute is not null)
        {
            copy.Attributes[attribute.Name] = attribute;
        }

        return copy;
    }

    private void ReadField(WireReader reader)
    {
        switch (reader.Field)
        {
            case 1:
                Inputs.Add(reader.Text());
                break;
            case 2:
                Outputs.Add(reader.Text());
                break;
            case 3:
                Name = reader.Text();
                break;
            case 4:
                Operator = reader.Text();
                break;
            case 5:
                AttributeModel attribute = reader.Message(AttributeModel.Read);
                Attributes[attribute.Name] = attribute;
                break;
            case 7:
                string domain = reader.Text();
                Domain = domain == "ai.onnx" ? string.Empty : domain;
                break;
            case 8:
                Overload = reader.Text();
                break;
            default:
                reader.Skip();
                break;
        }
    }
}
