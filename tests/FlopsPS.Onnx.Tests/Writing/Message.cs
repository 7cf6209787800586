using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace FlopsPS.Onnx.Tests.Writing;

/// <summary>Writes a protobuf message, for models that no exporter would write.</summary>
internal sealed class Message
{
    private readonly MemoryStream _bytes = new();

    public byte[] Bytes => _bytes.ToArray();

    public Message Varint(int field, long value)
    {
        Number((ulong)(field << 3));
        Number(unchecked((ulong)value));
        return this;
    }

    public Message Single(int field, float value) => Fixed(field, 5, BitConverter.GetBytes(value));

    public Message Fixed(int field, int type, byte[] bytes)
    {
        Number((ulong)(field << 3 | type));
        _bytes.Write(bytes);
        return this;
    }

    public Message Text(int field, string value) => Raw(field, Encoding.UTF8.GetBytes(value));

    public Message Nest(int field, Message message) => Raw(field, message.Bytes);

    public Message Nest(int field, IEnumerable<Message> messages)
    {
        foreach (Message message in messages)
        {
            Nest(field, message);
        }

        return this;
    }

    public Message Raw(int field, byte[] value)
    {
        Length(field, value.Length);
        _bytes.Write(value);
        return this;
    }

    /// <summary>The beginning of a field that says it is so long, without its content.</summary>
    public Message Length(int field, long length)
    {
        Number((ulong)(field << 3 | 2));
        Number(unchecked((ulong)length));
        return this;
    }

    private void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.WriteByte((byte)((value & 0x7F) | 0x80));
        }

        _bytes.WriteByte((byte)value);
    }
}
