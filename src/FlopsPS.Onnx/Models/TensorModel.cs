using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Onnx.Wire;

namespace FlopsPS.Onnx.Models;

/// <summary>A TensorProto: name, type and sizes; the elements only where there are few.</summary>
internal sealed class TensorModel
{
    private TensorModel(string name, ElementType type, long[] sizes, Elements? elements)
    {
        Name = name;
        Type = type;
        Sizes = sizes;
        Elements = elements;
    }

    public string Name { get; }

    public ElementType Type { get; }

    public long[] Sizes { get; }

    /// <summary>The elements; null where there are many, where they are texts or lie in another file.</summary>
    public Elements? Elements { get; }

    /// <summary>The number of elements.</summary>
    public long Count => Dims.Product(Sizes);

    /// <summary>A tensor of whole numbers, as attributes of Constant and the axes of old operators give it.</summary>
    public static TensorModel Of(long[] values, bool isScalar = false) =>
        new(string.Empty, ElementType.Int64, isScalar ? [] : [values.Length], new(values));

    /// <summary>A tensor of fractions.</summary>
    public static TensorModel Of(double[] values, bool isScalar = false) =>
        new(string.Empty, ElementType.Single, isScalar ? [] : [values.Length], new(values));

    public static TensorModel Read(WireReader reader)
    {
        string name = string.Empty;
        var type = ElementType.Undefined;
        var sizes = new List<long>();
        var data = new TensorContent();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Int64s(sizes);
                    break;
                case 2:
                    type = (ElementType)reader.Int32();
                    break;
                case 8:
                    name = reader.Text();
                    break;
                default:
                    data.Read(reader);
                    break;
            }
        }

        return new(name, type, Check(sizes, name, reader), data.Decode(type, sizes));
    }

    /// <summary>A SparseTensorProto: the name of its values, the sizes of the tensor it stands for.</summary>
    public static TensorModel ReadSparse(WireReader reader)
    {
        TensorModel? values = null;
        var sizes = new List<long>();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    values = reader.Message(Read);
                    break;
                case 3:
                    reader.Int64s(sizes);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return values is null
            ? throw reader.Broken("a sparse tensor has no values")
            : new(values.Name, values.Type, Check(sizes, values.Name, reader), elements: null);
    }

    private static long[] Check(List<long> sizes, string name, WireReader reader)
    {
        try
        {
            return sizes.All(size => size >= 0) && Dims.Product(sizes) >= 0
                ? [.. sizes]
                : throw reader.Broken($"the tensor '{name}' has the sizes {string.Join("x", sizes)}");
        }
        catch (OverflowException)
        {
            throw reader.Broken($"the tensor '{name}' has more elements than 64 bits can count");
        }
    }
}
