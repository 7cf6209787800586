using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FlopsPS.Networks;

namespace FlopsPS.Onnx.Wire;

/// <summary>
/// Reads the protobuf wire format from a stream that can seek: what is skipped is never read, and no length, depth or
/// number of messages of a hostile file makes it read, recurse or allocate without end.
/// </summary>
/// <remarks>Source: protobuf.dev, Encoding. Groups, which ONNX does not use, are refused.</remarks>
internal sealed class WireReader
{
    /// <summary>Messages in messages; a real model nests a dozen for each level of control flow.</summary>
    public const int MaximumDepth = 100;

    /// <summary>What the messages, names and lists that are kept may take; weights are not kept.</summary>
    private const long MaximumKept = 256L * 1024 * 1024;

    private const int MessageCost = 128;

    private readonly Stream _stream;
    private readonly string _file;
    private readonly byte[] _buffer = new byte[4096];
    private long _bufferStart;
    private int _index;
    private int _count;
    private long _end;
    private long _kept;
    private int _depth;

    /// <summary>Starts at the beginning of a stream; errors name the file.</summary>
    public WireReader(Stream stream, string file)
    {
        _stream = stream;
        _file = file;
        _end = stream.Length;
    }

    /// <summary>The number of the current field.</summary>
    public int Field { get; private set; }

    /// <summary>How the value of the current field is stored.</summary>
    public WireType Type { get; private set; }

    /// <summary>The place of the next byte.</summary>
    public long Position => _bufferStart + _index;

    /// <summary>Moves to the next field of the current message; false at its end.</summary>
    public bool Next()
    {
        if (Position == _end)
        {
            return false;
        }

        ulong tag = Varint();
        Field = (int)(tag >> 3 & int.MaxValue);
        Type = (WireType)(tag & 7);
        return Field > 0 && tag >> 3 <= int.MaxValue && Type is
            WireType.Varint or WireType.Fixed64 or WireType.Length or WireType.Fixed32
            ? true
            : throw Broken($"no field begins with the tag {tag}");
    }

    /// <summary>The value of the current field, a whole number.</summary>
    public long Int64()
    {
        Expect(WireType.Varint);
        return unchecked((long)Varint());
    }

    /// <summary>The value of the current field, a whole number that must fit into 32 bits.</summary>
    public int Int32()
    {
        long value = Int64();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Broken($"{value} is out of range");
    }

    /// <summary>The value of the current field, a number of single precision.</summary>
    public float Single()
    {
        Expect(WireType.Fixed32);
        return BitConverter.ToSingle(Bytes(4), 0);
    }

    /// <summary>The value of the current field, a text.</summary>
    public string Text()
    {
        int length = Keep(Length(), 2);
        return Encoding.UTF8.GetString(Bytes(length));
    }

    /// <summary>Adds the current field to a list of whole numbers; it is one of them, or all, packed.</summary>
    public void Int64s(List<long> values)
    {
        if (Type == WireType.Varint)
        {
            Keep(1, sizeof(long));
            values.Add(Int64());
            return;
        }

        for (long end = PackedEnd(); Position < end;)
        {
            Keep(1, sizeof(long));
            values.Add(unchecked((long)Varint()));
            if (Position > end)
            {
                throw Broken("a packed number goes beyond its list");
            }
        }
    }

    /// <summary>Adds the current field to a list of numbers of single precision.</summary>
    public void Singles(List<double> values)
    {
        if (Type == WireType.Fixed32)
        {
            Keep(1, sizeof(double));
            values.Add(Single());
            return;
        }

        byte[] bytes = Raw();
        for (int i = 0; i + sizeof(float) <= bytes.Length; i += sizeof(float))
        {
            Keep(1, sizeof(double));
            values.Add(BitConverter.ToSingle(bytes, i));
        }
    }

    /// <summary>The bytes of the current field.</summary>
    public byte[] Raw() => Bytes(Keep(Length(), 1));

    /// <summary>The number of bytes that the value of the current field takes, without reading it; 8 for a number.
    /// </summary>
    public long PeekLength()
    {
        if (Type != WireType.Length)
        {
            return sizeof(long);
        }

        long start = Position;
        long length = Length();
        Seek(start);
        return length;
    }

    /// <summary>Reads the message that is the value of the current field.</summary>
    public T Message<T>(Func<WireReader, T> read)
    {
        long length = Length();
        Keep(1, MessageCost);
        if (++_depth > MaximumDepth)
        {
            throw Broken($"messages are nested more than {MaximumDepth} deep");
        }

        long outer = _end;
        _end = Position + length;
        T message = read(this);
        _end = outer;
        _depth--;
        return message;
    }

    /// <summary>Goes over the value of the current field without reading it.</summary>
    public void Skip()
    {
        switch (Type)
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Fixed64:
                Move(8);
                break;
            case WireType.Fixed32:
                Move(4);
                break;
            default:
                Move(Length());
                break;
        }
    }

    /// <summary>The error for bytes that are no model, with their place.</summary>
    public NetworkException Broken(string why) =>
        new(ErrorCode.ModelInvalid, $"'{_file}' is no ONNX model: at byte {Position}, {why}");

    private void Expect(WireType type)
    {
        if (Type != type)
        {
            throw Broken($"field {Field} is stored as {Type}, not as {type}");
        }
    }

    private long Length()
    {
        Expect(WireType.Length);
        ulong length = Varint();
        long left = _end - Position;
        return length <= (ulong)left
            ? (long)length
            : throw Broken($"field {Field} has {length} bytes, but only {left} are left");
    }

    private long PackedEnd()
    {
        long length = Length();
        return Position + length;
    }

    // Whoever says what is kept also says how much: a length that the file really has may still be too much.
    private int Keep(long items, int size)
    {
        _kept += items * size;
        return _kept <= MaximumKept
            ? (int)items
            : throw new NetworkException(
                ErrorCode.NetworkTooLarge,
                $"the graph of '{_file}' takes more than {MaximumKept / 1024 / 1024} MiB without its weights");
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte next = Byte();
            value |= shift == 63 ? (ulong)(next & 1) << 63 : (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Broken("a number has more than 10 bytes");
    }

    private byte Byte()
    {
        if (Position >= _end)
        {
            throw Broken("the file, or a message in it, ends within a value");
        }

        if (_index == _count)
        {
            Fill();
        }

        return _buffer[_index++];
    }

    private byte[] Bytes(int length)
    {
        if (length > _end - Position)
        {
            throw Broken("the file, or a message in it, ends within a value");
        }

        byte[] bytes = new byte[length];
        for (int done = 0; done < length;)
        {
            if (_index == _count)
            {
                Fill();
            }

            int part = Math.Min(length - done, _count - _index);
            Array.Copy(_buffer, _index, bytes, done, part);
            _index += part;
            done += part;
        }

        return bytes;
    }

    private void Move(long length)
    {
        if (length > _end - Position)
        {
            throw Broken("the file, or a message in it, ends within a value");
        }

        Seek(Position + length);
    }

    private void Seek(long position)
    {
        if (position >= _bufferStart && position <= _bufferStart + _count)
        {
            _index = (int)(position - _bufferStart);
            return;
        }

        _bufferStart = position;
        _index = 0;
        _count = 0;
    }

    private void Fill()
    {
        _bufferStart += _count;
        _index = 0;
        _count = 0;
        _stream.Position = _bufferStart;
        _count = _stream.Read(_buffer, 0, _buffer.Length);
        if (_count == 0)
        {
            throw Broken("the file ends early; has it been truncated while it was read?");
        }
    }
}
