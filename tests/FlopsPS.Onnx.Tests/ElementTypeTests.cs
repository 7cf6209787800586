using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Tensors;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>The types of elements that operators make: of the input, of their own, or those they are told.</summary>
public sealed class ElementTypeTests
{
    private const int Int32 = (int)ElementType.Int32;
    private const int Double = (int)ElementType.Double;

    [Theory]
    [InlineData("BitwiseNot", "x", nameof(ElementType.Int32))]
    [InlineData("BitwiseAnd", "x x", nameof(ElementType.Int32))]
    [InlineData("EyeLike", "x", nameof(ElementType.Int32))]
    [InlineData("EyeLike", "x", nameof(ElementType.Double), "dtype", Double)]
    [InlineData("Bernoulli", "x", nameof(ElementType.Int32))]
    [InlineData("Bernoulli", "x", nameof(ElementType.Double), "dtype", Double)]
    [InlineData("RandomNormalLike", "x", nameof(ElementType.Double), "dtype", Double)]
    [InlineData("RandomUniform", "", nameof(ElementType.Single))]
    [InlineData("RandomUniform", "", nameof(ElementType.Double), "dtype", Double)]
    [InlineData("Multinomial", "x", nameof(ElementType.Int32))]
    [InlineData("Multinomial", "x", nameof(ElementType.Int64), "dtype", Int64)]
    [InlineData("BitCast", "x", nameof(ElementType.Single), "to", Float)]
    [InlineData("QuantizeLinear", "x s", nameof(ElementType.UInt8))]
    [InlineData("QuantizeLinear", "x s", nameof(ElementType.Int16), "output_dtype", (int)ElementType.Int16)]
    [InlineData("DequantizeLinear", "x s", nameof(ElementType.Single))]
    [InlineData("DequantizeLinear", "x s", nameof(ElementType.Half), "output_dtype", (int)ElementType.Half)]
    [InlineData("RegexFullMatch", "x", nameof(ElementType.Boolean))]
    public void An_operator_makes_elements_of_its_type(
        string @operator, string inputs, string type, string? attribute = null, int value = 0)
    {
        byte[] bytes = Model(Graph(
            [Node(@operator, inputs, "y", attribute is null ? [] : [Attribute(attribute, (long)value)])],
            [Typed("x", Int32, 2, 3), Value("s", 1)],
            [Shapeless("y", Float)]));

        Assert.Equal(type, Run(OnnxModel.Read(new MemoryStream(bytes), "types")).Type.ToString());
    }

    private static Value Run(OnnxModel model)
    {
        var scope = new Scope();
        foreach (ValueModel input in model.Graph.Inputs)
        {
            scope.Set(input.Name, new(input.Name, input.Type, [.. input.Dimensions!.Select(size => size.Size!.Value)]));
        }

        var declared = new DeclaredShapes(new Dictionary<string, long>(), areMeant: false);
        return new Walk(model, declared, CancellationToken.None).Run(model.Graph, scope, string.Empty, version: 25)[0];
    }
}
