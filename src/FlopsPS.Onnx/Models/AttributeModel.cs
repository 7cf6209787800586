using System.Collections.Generic;
using FlopsPS.Onnx.Wire;

namespace FlopsPS.Onnx.Models;

/// <summary>An AttributeProto: a name and a value of one of several types.</summary>
internal sealed class AttributeModel
{
    public string Name { get; private set; } = string.Empty;

    public double? Real { get; private set; }

    public long? Whole { get; private set; }

    public string? Text { get; private set; }

    public TensorModel? Tensor { get; private set; }

    public TensorModel? SparseTensor { get; private set; }

    public GraphModel? Graph { get; private set; }

    public List<double> Reals { get; } = [];

    public List<long> Wholes { get; } = [];

    /// <summary>How many texts there are.</summary>
    public long TextCount { get; private set; }

    /// <summary>In a function: the attribute of its call whose value this one takes.</summary>
    public string? Reference { get; private set; }

    /// <summary>An attribute of whole numbers.</summary>
    public static AttributeModel Of(string name, params IEnumerable<long> values)
    {
        var attribute = new AttributeModel { Name = name };
        attribute.Wholes.AddRange(values);
        return attribute;
    }

    public static AttributeModel Read(WireReader reader)
    {
        var attribute = new AttributeModel();
        while (reader.Next())
        {
            attribute.ReadField(reader);
        }

        return attribute;
    }

    /// <summary>The same value under another name.</summary>
    public AttributeModel Named(string name)
    {
        var copy = (AttributeModel)MemberwiseClone();
        copy.Name = name;
        return copy;
    }

    private void ReadField(WireReader reader)
    {
        switch (reader.Field)
        {
            case 1:
                Name = reader.Text();
                break;
            case 2:
                Real = reader.Single();
                break;
            case 3:
                Whole = reader.Int64();
                break;
            case 4:
                Text = reader.Text();
                break;
            case 5:
                Tensor = reader.Message(TensorModel.Read);
                break;
            case 6:
                Graph = reader.Message(GraphModel.Read);
                break;
            case 7:
                reader.Singles(Reals);
                break;
            case 8:
                reader.Int64s(Wholes);
                break;
            case 9:
                TextCount++;
                reader.Skip();
                break;
            case 21:
                Reference = reader.Text();
                break;
            case 22:
                SparseTensor = reader.Message(TensorModel.ReadSparse);
                break;
            default:
                reader.Skip();
                break;
        }
    }
}
