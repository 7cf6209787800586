using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Onnx.Wire;

namespace FlopsPS.Onnx.Models;

/// <summary>The elements of a TensorProto in any of the ways they may be stored, as long as they are few.</summary>
internal sealed class TensorContent
{
    // Weights are larger; what shapes depend on is smaller.
    private const long KeptBytes = 16 * 1024;

    private readonly List<long> _whole = [];
    private readonly List<double> _real = [];
    private byte[] _raw = [];

    /// <summary>Reads the current field, or goes over it.</summary>
    public void Read(WireReader reader)
    {
        if (reader.Field is not (4 or 5 or 7 or 9) || reader.PeekLength() > KeptBytes)
        {
            reader.Skip();
            return;
        }

        switch (reader.Field)
        {
            case 4:
                reader.Singles(_real);
                break;
            case 5 or 7:
                reader.Int64s(_whole);
                break;
            default:
                _raw = reader.Raw();
                break;
        }
    }

    /// <summary>The elements, when as many are there as the sizes say.</summary>
    public Elements? Decode(ElementType type, IReadOnlyList<long> sizes)
    {
        if (!Elements.AreFew(sizes))
        {
            return null;
        }

        Elements? elements = _raw.Length > 0 ? DecodeRaw(type)
            : type == ElementType.Single ? new([.. _real])
            : type is ElementType.Half or ElementType.BFloat16 or ElementType.Double ? null
            : type.IsReal() || type == ElementType.Text ? null
            : new Elements([.. _whole]);
        return elements?.Count == Dims.Product(sizes) ? elements : null;
    }

    private Elements? DecodeRaw(ElementType type) => type switch
    {
        ElementType.Single => new(Each(4, BitConverter.ToSingle).Select(value => (double)value).ToArray()),
        ElementType.Double => new(Each(8, BitConverter.ToDouble)),
        ElementType.Half => new(Each(2, (bytes, at) => Half(BitConverter.ToUInt16(bytes, at)))),
        ElementType.BFloat16 => new(Each(2, BrainHalf)),
        ElementType.Int64 or ElementType.UInt64 => new(Each(8, BitConverter.ToInt64)),
        ElementType.Int32 => new(Each(4, (bytes, at) => (long)BitConverter.ToInt32(bytes, at))),
        ElementType.UInt32 => new(Each(4, (bytes, at) => (long)BitConverter.ToUInt32(bytes, at))),
        ElementType.Int16 => new(Each(2, (bytes, at) => (long)BitConverter.ToInt16(bytes, at))),
        ElementType.UInt16 => new(Each(2, (bytes, at) => (long)BitConverter.ToUInt16(bytes, at))),
        ElementType.Int8 => new(Each(1, (bytes, at) => (long)unchecked((sbyte)bytes[at]))),
        ElementType.UInt8 or ElementType.Boolean => new(Each(1, (bytes, at) => (long)bytes[at])),
        _ => null,
    };

    private T[] Each<T>(int size, Func<byte[], int, T> read) =>
        [.. Enumerable.Range(0, _raw.Length / size).Select(i => read(_raw, i * size))];

    private static double Half(ushort bits)
    {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        double magnitude = exponent switch
        {
            0 => fraction * Math.Pow(2, -24),
            0x1F => fraction == 0 ? double.PositiveInfinity : double.NaN,
            _ => (1024 + fraction) * Math.Pow(2, exponent - 25),
        };
        return bits >> 15 == 0 ? magnitude : -magnitude;
    }

    private static double BrainHalf(byte[] bytes, int at) =>
        BitConverter.ToSingle([0, 0, bytes[at], bytes[at + 1]], 0);
}
