using System;
using System.IO;

namespace FlopsPS.Onnx.Tests;

/// <summary>A stream that keeps only what was written, and knows how much was read; what lies between reads as zeros.
/// </summary>
internal sealed class SparseStream : Stream
{
    private readonly System.Collections.Generic.SortedDictionary<long, byte[]> _parts = [];
    private long _length;

    /// <summary>The bytes that were read.</summary>
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = (int)Math.Min(count, Math.Max(_length - Position, 0));
        buffer.AsSpan(offset, read).Clear();
        foreach ((long start, byte[] part) in _parts)
        {
            long from = Math.Max(start, Position);
            long to = Math.Min(start + part.Length, Position + read);
            if (from < to)
            {
                part.AsSpan((int)(from - start), (int)(to - from))
                    .CopyTo(buffer.AsSpan(offset + (int)(from - Position)));
            }
        }

        Position += read;
        BytesRead += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _parts[Position] = buffer.AsSpan(offset, count).ToArray();
        Position += count;
        _length = Math.Max(_length, Position);
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
