using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Reading;

/// <summary>The formats that networks are read from.</summary>
internal static class NetworkReaders
{
    /// <summary>The word for: tell the format by the file.</summary>
    public const string Auto = "Auto";

    // As much as any format needs to show what it is, and less than a page of a disk.
    private const int HeadLength = 4096;

    private static readonly Lazy<IReadOnlyList<INetworkReader>> s_readers = new(() =>
    [
        .. typeof(NetworkReaders).Assembly.GetTypes()
            .Where(type => typeof(INetworkReader).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (INetworkReader)Activator.CreateInstance(type))
            .OrderBy(reader => reader.Format, StringComparer.Ordinal),
    ]);

    /// <summary>What -Format may be.</summary>
    public static IEnumerable<string> Formats => new[] { Auto }.Concat(s_readers.Value.Select(reader => reader.Format));

    /// <summary>The reader of a format; null for Auto.</summary>
    /// <exception cref="NetworkException">There is no such format.</exception>
    public static INetworkReader? Get(string format)
    {
        if (format.Equals(Auto, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return s_readers.Value.FirstOrDefault(
            reader => reader.Format.Equals(format, StringComparison.OrdinalIgnoreCase))
            ?? throw new NetworkException(
                ErrorCode.ArgumentInvalid,
                $"Format '{format}' is not one of {string.Join(", ", Formats)}." + NearestWord.Hint(format, Formats));
    }

    /// <summary>The reader for a file: by its extension, else by how it begins.</summary>
    /// <exception cref="NetworkException">No format looks like it.</exception>
    public static INetworkReader ForFile(string path)
    {
        return ByExtension(Path.GetExtension(path))
            ?? ByContent(Head(path))
            ?? throw new NetworkException(
                ErrorCode.FileUnreadable,
                $"'{path}' is of no format that can be read: {string.Join(", ", Formats.Skip(1))}");
    }

    private static INetworkReader? ByExtension(string extension) =>
        s_readers.Value.FirstOrDefault(reader => reader.Extensions.Contains(extension.ToLowerInvariant()));

    private static INetworkReader? ByContent(byte[] head) =>
        s_readers.Value.FirstOrDefault(reader => reader.Recognizes(head));

    private static byte[] Head(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] head = new byte[HeadLength];
        int length = file.Read(head, 0, head.Length);
        Array.Resize(ref head, length);
        return head;
    }
}
