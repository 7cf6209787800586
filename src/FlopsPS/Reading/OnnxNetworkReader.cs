using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Onnx;

namespace FlopsPS.Reading;

/// <summary>ONNX models.</summary>
internal sealed class OnnxNetworkReader : INetworkReader
{
    public string Format => "Onnx";

    public IReadOnlyList<string> Extensions { get; } = [".onnx"];

    public bool Recognizes(byte[] head) => OnnxReader.Recognizes(head);

    public IReadOnlyList<NetworkTemplate> ReadFile(string path) => OnnxReader.ReadFile(path);

    public IReadOnlyList<NetworkTemplate> ReadText(string text, string name) => throw new NetworkException(
        ErrorCode.ArgumentInvalid, "an ONNX model is not text, so it cannot be piped in as lines; give its path");
}
