using System;
using System.Linq;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace FlopsPS.Onnx.Tests;

/// <summary>The shapes that ONNX Runtime makes when it runs a model on ones.</summary>
internal static class OnnxRuntime
{
    public static string Outputs(byte[] model)
    {
        using var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using var session = new InferenceSession(model, options);
        NamedOnnxValue[] inputs = [.. session.InputMetadata.Select(input => Ones(input.Key, input.Value))];
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> outputs = session.Run(inputs);
        return string.Join(";", outputs.Select(output => Text(output.Value)));
    }

    private static NamedOnnxValue Ones(string name, NodeMetadata input) => input.ElementDataType switch
    {
        TensorElementType.Float => Filled(name, input, 1f),
        TensorElementType.Int64 => Filled(name, input, 1L),
        TensorElementType.Int32 => Filled(name, input, 1),
        TensorElementType.Bool => Filled(name, input, true),
        TensorElementType.UInt8 => Filled(name, input, (byte)1),
        TensorElementType.Int8 => Filled(name, input, (sbyte)1),
        _ => throw new NotSupportedException($"{name} is {input.ElementDataType}"),
    };

    private static NamedOnnxValue Filled<T>(string name, NodeMetadata input, T value)
    {
        var tensor = new DenseTensor<T>(input.Dimensions);
        tensor.Fill(value);
        return NamedOnnxValue.CreateFromTensor(name, tensor);
    }

    private static string Text(object value) => value switch
    {
        Tensor<float> tensor => Text(tensor.Dimensions),
        Tensor<long> tensor => Text(tensor.Dimensions),
        Tensor<int> tensor => Text(tensor.Dimensions),
        Tensor<bool> tensor => Text(tensor.Dimensions),
        Tensor<byte> tensor => Text(tensor.Dimensions),
        Tensor<sbyte> tensor => Text(tensor.Dimensions),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static string Text(ReadOnlySpan<int> sizes) =>
        sizes.Length == 0 ? "scalar" : string.Join("x", sizes.ToArray());
}
