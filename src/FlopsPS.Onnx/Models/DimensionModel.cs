using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Onnx.Wire;

namespace FlopsPS.Onnx.Models;

/// <summary>A dimension of a declared shape: a size, the name of one that is given later, or nothing.</summary>
internal readonly struct DimensionModel
{
    private DimensionModel(long? size, string? name)
    {
        Size = size;
        Name = name;
    }

    public long? Size { get; }

    public string? Name { get; }

    public static DimensionModel Read(WireReader reader)
    {
        long? size = null;
        string? name = null;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    size = reader.Int64();
                    break;
                case 2:
                    name = reader.Text();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        // Some exporters write -1 for what they do not know.
        return new(size >= 0 ? size : null, string.IsNullOrEmpty(name) ? null : name);
    }

    /// <summary>1x3x224x224, or batch x 3 x 224 x 224; a dimension of which nothing is known is "?".</summary>
    public static string Text(IReadOnlyList<DimensionModel> dimensions) => dimensions.Count == 0
        ? "scalar"
        : string.Join(dimensions.All(dimension => dimension.Size is not null) ? "x" : " x ", dimensions);

    public override string ToString() => Size?.ToString(CultureInfo.InvariantCulture) ?? Name ?? "?";
}
