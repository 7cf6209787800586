using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Models;

namespace FlopsPS.Onnx.Inference;

/// <summary>Gives the nodes of a function the attributes of its call.</summary>
internal static class FunctionAttributes
{
    /// <summary>The node with the values of the call, or of the function's defaults, for the attributes that refer to
    /// them; an attribute that neither gives is left out.</summary>
    public static NodeModel Fill(NodeModel node, NodeModel call, FunctionModel function)
    {
        if (node.Attributes.Values.All(attribute => attribute.Reference is null))
        {
            return node;
        }

        var attributes = new Dictionary<string, AttributeModel>(StringComparer.Ordinal);
        foreach (AttributeModel attribute in node.Attributes.Values)
        {
            AttributeModel? value = attribute.Reference is not { } name ? attribute
                : call.Attributes.TryGetValue(name, out AttributeModel? given) ? given
                : function.Defaults.TryGetValue(name, out AttributeModel? standard) ? standard
                : null;
            if (value is not null)
            {
                attributes[attribute.Name] = value.Named(attribute.Name);
            }
        }

        return node.With(attributes);
    }
}
