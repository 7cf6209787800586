using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace FlopsPS.Onnx.Tests.Writing;

/// <summary>A model whose weights are in its file: linear layers and ReLUs, one behind the other. The weights are
/// zeros, which are skipped over and not written, so that a file system that can leaves holes.</summary>
internal static class LargeModel
{
    /// <summary>The features that go into and come out of each layer.</summary>
    public const int Features = 4096;

    private const long WeightBytes = Features * Features * (long)sizeof(float);

    /// <summary>Writes a model of so many layers; 28 are 1.9 GB.</summary>
    public static void Write(Stream stream, int layers)
    {
        byte[][] heads = [.. Enumerable.Range(0, layers).Select(Head)];
        byte[] nodes = Writing.Write.Graph(
            Enumerable.Range(0, layers).SelectMany(Layer),
            [Writing.Write.Value("x0", 1, Features)],
            [Writing.Write.Value($"x{layers}", 1, Features)]).Bytes;
        long length = nodes.Length + heads.Sum(head => head.Length + WeightBytes);
        stream.Write(new Message().Varint(1, 8).Length(7, length).Bytes);
        stream.Write(nodes);
        foreach (byte[] head in heads)
        {
            stream.Write(head);
            stream.Position += WeightBytes;
        }

        stream.Write(new Message().Nest(8, new Message().Text(1, string.Empty).Varint(2, 17)).Bytes);
    }

    private static IEnumerable<Message> Layer(int index) =>
    [
        Writing.Write.Node("MatMul", $"x{index} w{index}", $"h{index}"),
        Writing.Write.Node("Relu", $"h{index}", $"x{index + 1}"),
    ];

    // All of a stored tensor but its data.
    private static byte[] Head(int index)
    {
        byte[] tensor = Writing.Write.Weight($"w{index}", Features, Features).Bytes;
        byte[] data = new Message().Length(9, WeightBytes).Bytes;
        return [.. new Message().Length(5, tensor.Length + data.Length + WeightBytes).Bytes, .. tensor, .. data];
    }
}
