using System;
using System.IO;
using System.Linq;
using System.Text;
using FlopsPS.Networks;

namespace FlopsPS.Onnx.Models;

/// <summary>The first bytes of a file, which tell what people have in place of a model: nothing, the pointer that git
/// leaves of a large file, the page of an error.</summary>
internal static class ModelHead
{
    private const string Pointer = "version https://git-lfs";

    private const int Shown = 40;

    /// <summary>Refuses what is no message at all.</summary>
    /// <exception cref="NetworkException">The stream is empty, or a text.</exception>
    public static void Check(Stream stream, string file)
    {
        byte[] head = new byte[Shown];
        int count = stream.Read(head, 0, (int)Math.Min(stream.Length, head.Length));
        stream.Position = 0;
        string text = Encoding.ASCII.GetString(head, 0, count);
        if (count == 0)
        {
            throw Invalid($"'{file}' is no ONNX model: it is empty");
        }

        if (text.StartsWith(Pointer, StringComparison.Ordinal))
        {
            throw Invalid($"'{file}' is no ONNX model but a Git LFS pointer to one; fetch the model: git lfs pull");
        }

        if (text.All(letter => letter is (>= ' ' and <= '~') or '\r' or '\n' or '\t'))
        {
            throw Invalid($"'{file}' is no ONNX model but a text: {text.Split('\r', '\n')[0].Trim()}");
        }
    }

    private static NetworkException Invalid(string reason) => new(ErrorCode.ModelInvalid, reason);
}
