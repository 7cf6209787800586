using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Tensors;

/// <summary>The type in which the values of a tensor are stored: float32, bfloat16, int4.</summary>
/// <remarks>Only its width matters here; types of one width are told apart for people.</remarks>
public sealed class DataType
{
    private DataType(string name, int bits)
    {
        Name = name;
        Bits = bits;
    }

    /// <summary>All types: those of ONNX and torch, and the odd widths of packed weights.</summary>
    public static IReadOnlyList<DataType> All { get; } =
    [
        .. Of(128, "complex128"),
        .. Of(64, "float64", "complex64", "int64", "uint64"),
        .. Of(32, "float32", "int32", "uint32"),
        .. Of(16, "float16", "bfloat16", "int16", "uint16"),
        .. Of(8, "float8e4m3fn", "float8e4m3fnuz", "float8e5m2", "float8e5m2fnuz", "float8e8m0"),
        .. Of(8, "int8", "uint8", "bool"),
        .. Of(7, "uint7"),
        .. Of(6, "uint6"),
        .. Of(5, "uint5"),
        .. Of(4, "float4e2m1", "int4", "uint4"),
        .. Of(3, "uint3"),
        .. Of(2, "int2", "uint2"),
    ];

    /// <summary>The name in lower case, as torch and ONNX have it.</summary>
    public string Name { get; }

    /// <summary>The width of a value.</summary>
    public int Bits { get; }

    /// <summary>The type of this name, or null.</summary>
    public static DataType? Find(string name) => All.FirstOrDefault(type => type.Name == name);

    /// <summary>The bytes that so many values take, packed: seven values of 4 bits are 4 bytes.</summary>
    /// <exception cref="OverflowException">They need more than 64 bits to count.</exception>
    public long BytesOf(long values) => (values / 8 * Bits) + (((values % 8 * Bits) + 7) / 8);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static IEnumerable<DataType> Of(int bits, params string[] names) =>
        names.Select(name => new DataType(name, bits));
}
