using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Onnx.Wire;

namespace FlopsPS.Onnx.Models;

/// <summary>A ValueInfoProto: an input, an output or a value in between, with its declared type and shape.</summary>
internal sealed class ValueModel
{
    public string Name { get; private set; } = string.Empty;

    public ElementType Type { get; private set; }

    /// <summary>The dimensions; null when none are declared, or when the value is no tensor.</summary>
    public IReadOnlyList<DimensionModel>? Dimensions { get; private set; }

    /// <summary>The names of the sizes that it leaves open.</summary>
    public IEnumerable<string> OpenNames => (Dimensions ?? [])
        .Where(dimension => dimension.Size is null)
        .Select(dimension => dimension.Name)
        .OfType<string>();

    /// <summary>The declared shape as a text.</summary>
    public string ShapeText => Dimensions is null ? "of any shape" : DimensionModel.Text(Dimensions);

    public static ValueModel Read(WireReader reader)
    {
        var value = new ValueModel();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    value.Name = reader.Text();
                    break;
                case 2:
                    reader.Message(value.ReadType);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return value;
    }

    private bool ReadType(WireReader reader)
    {
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                reader.Message(ReadTensorType);
            }
            else
            {
                reader.Skip();
            }
        }

        return true;
    }

    private bool ReadTensorType(WireReader reader)
    {
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    Type = (ElementType)reader.Int32();
                    break;
                case 2:
                    Dimensions = reader.Message(ReadShape);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return true;
    }

    private static List<DimensionModel> ReadShape(WireReader reader)
    {
        var dimensions = new List<DimensionModel>();
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                dimensions.Add(reader.Message(DimensionModel.Read));
            }
            else
            {
                reader.Skip();
            }
        }

        return dimensions;
    }
}
