using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Tests.Writing;

namespace FlopsPS.Onnx.Tests;

/// <summary>A field of a protobuf message as a tree: what is stored as bytes and reads as a message has fields of its
/// own. Written again, every length fits.</summary>
internal sealed class WireField
{
    private WireField(int number, int type)
    {
        Number = number;
        Type = type;
    }

    public int Number { get; }

    public int Type { get; }

    /// <summary>The value of a whole number, or the bits of another one.</summary>
    public ulong Value { get; set; }

    /// <summary>The bytes of a field that is no message.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>The fields of a message; null when it is none.</summary>
    public List<WireField>? Fields { get; private set; }

    /// <summary>The fields of a message; null when the bytes are none.</summary>
    public static List<WireField>? Read(ReadOnlySpan<byte> bytes, int depth = 0)
    {
        var fields = new List<WireField>();
        while (bytes.Length > 0)
        {
            ulong tag = Varint(ref bytes, out bool isWhole);
            var field = new WireField((int)(tag >> 3 & 0xFFFF), (int)(tag & 7));
            bool isField = isWhole && field.Number is > 0 and < 64 && field.Type switch
            {
                0 => field.ReadNumber(ref bytes),
                1 => field.ReadFixed(ref bytes, 8),
                5 => field.ReadFixed(ref bytes, 4),
                2 => field.ReadBytes(ref bytes, depth),
                _ => false,
            };
            if (!isField)
            {
                return null;
            }

            fields.Add(field);
        }

        return fields;
    }

    public static byte[] Write(IEnumerable<WireField> fields)
    {
        var message = new Message();
        foreach (WireField field in fields)
        {
            _ = field.Type switch
            {
                0 => message.Varint(field.Number, unchecked((long)field.Value)),
                2 => message.Raw(field.Number, field.Fields is null ? field.Bytes : Write(field.Fields)),
                _ => message.Fixed(field.Number, field.Type, field.Bytes),
            };
        }

        return message.Bytes;
    }

    /// <summary>The field and all fields in it.</summary>
    public IEnumerable<WireField> All() =>
        Fields is null ? [this] : Fields.SelectMany(field => field.All()).Prepend(this);

    private static ulong Varint(ref ReadOnlySpan<byte> bytes, out bool isWhole)
    {
        ulong value = 0;
        for (int i = 0; i < Math.Min(bytes.Length, 10); i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                isWhole = true;
                return value;
            }
        }

        isWhole = false;
        return 0;
    }

    private bool ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        Value = Varint(ref bytes, out bool isWhole);
        return isWhole;
    }

    private bool ReadFixed(ref ReadOnlySpan<byte> bytes, int length)
    {
        bool isThere = bytes.Length >= length;
        Bytes = isThere ? bytes[..length].ToArray() : [];
        bytes = bytes[Bytes.Length..];
        return isThere;
    }

    private bool ReadBytes(ref ReadOnlySpan<byte> bytes, int depth)
    {
        ulong length = Varint(ref bytes, out bool isWhole);
        if (!isWhole || length > (ulong)bytes.Length)
        {
            return false;
        }

        ReadOnlySpan<byte> content = bytes[..(int)length];
        Fields = depth < 20 && content.Length > 1 ? Read(content, depth + 1) : null;
        Bytes = Fields is null ? content.ToArray() : [];
        bytes = bytes[(int)length..];
        return true;
    }
}
