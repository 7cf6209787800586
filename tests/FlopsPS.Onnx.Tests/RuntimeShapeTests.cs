using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Tests.Writing;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>The shapes of ONNX Runtime, which runs a model, are those that are inferred.</summary>
public sealed class RuntimeShapeTests
{
    private static readonly Dictionary<string, byte[]> s_written = Cases().ToDictionary(
        item => item.Name, item => item.Model);

    public static TheoryData<string> Files =>
        [.. Models.In("onnx-ops").Select(name => "onnx-ops/" + name)];

    public static TheoryData<string> Written => [.. s_written.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Small_models_make_the_shapes_that_the_runtime_makes(string file)
    {
        byte[] model = Models.Bytes(file);

        Assert.Equal(OnnxRuntime.Outputs(model), Models.Outputs(Models.Read(model, file)));
    }

    // As detectors bring pictures to a size: the scale is 1/3 * 7 in 32 bits, and 3 times that is 7, where 64 bits make
    // it a little less.
    [Theory]
    [InlineData("ReduceMin", "1 1 7 9")]
    [InlineData("ReduceMax", "1 1 5 7")]
    [InlineData("ReduceMean", "1 1 6 8")]
    [InlineData("ReduceSum", "1 1 3 4")]
    [InlineData("ReduceProd", "1 1 1 2")]
    public void Sizes_that_are_computed_in_fractions_are_those_of_the_runtime(string reduction, string sizes)
    {
        byte[] model = Model(Graph(
            [
                Node("Shape", "x", "s", Attribute("start", 2)),
                Node("Cast", "s", "f", Attribute("to", Float)),
                Node(reduction, "f", "r", Attribute("keepdims", 0)),
                Node("Reciprocal", "r", "q"),
                Node("Mul", "q k", "scale"),
                Node("Mul", "f scale", "m"),
                Node("Floor", "m", "l"),
                Node("Cast", "l", "i", Attribute("to", Int64)),
                Node("Shape", "x", "h", Attribute("end", 2)),
                Node("Concat", "h i", "size", Attribute("axis", 0)),
                Node("Resize", "x - - size", "y"),
            ],
            [Value("x", 1, 1, 3, 4)],
            [Shapeless("y", Float)],
            Reals("k", 7)));

        string made = Models.Outputs(Models.Read(model, reduction));

        Assert.Equal(sizes.Replace(' ', 'x'), made);
        Assert.Equal(OnnxRuntime.Outputs(model), made);
    }

    [Fact]
    public void Sizes_are_reduced_along_one_axis()
    {
        byte[] model = Model(Graph(
            [
                Node("Shape", "x", "s"),
                Node("Reshape", "s p", "m"),
                Node("ReduceMax", "m", "r", Attribute("axes", [1L]), Attribute("keepdims", 0)),
                Node("Expand", "o r", "c"),
                Node("Add", "c z", "y"),
            ],
            [Value("x", 2, 5, 3, 4), Value("z", 1)],
            [Shapeless("y", Float)],
            Wholes("p", 2, 2),
            Ones("o", 1)));

        Assert.Equal("5x4", OnnxRuntime.Outputs(model));
        Assert.Equal("5x4", Models.Outputs(Models.Read(model, "axis")));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Operators_make_the_shapes_that_the_runtime_makes(string name)
    {
        byte[] model = s_written[name];

        Assert.Equal(OnnxRuntime.Outputs(model), Models.Outputs(Models.Read(model, name)));
    }

    private static IEnumerable<(string Name, byte[] Model)> Cases()
    {
        Message map = Value("x", 2, 6, 9, 11);
        Message matrix = Value("x", 4, 6);
        return
        [
            ("conv same lower", One(map, "Conv", "x w", [
                Attribute("auto_pad", "SAME_LOWER")], Ones("w", 4, 6, 3, 3))),
            ("conv same upper, strided", One(map, "Conv", "x w", [
                Attribute("auto_pad", "SAME_UPPER"), Attribute("strides", 2, 3)], Ones("w", 4, 6, 2, 3))),
            ("conv in groups", One(map, "Conv", "x w", [
                Attribute("group", 3), Attribute("pads", 1, 0, 2, 1)], Ones("w", 6, 2, 3, 3))),
            ("convtranspose with output padding", One(map, "ConvTranspose", "x w", [
                Attribute("strides", 2, 2), Attribute("output_padding", 1, 1)], Ones("w", 6, 2, 3, 3))),
            ("convtranspose same", One(map, "ConvTranspose", "x w", [
                Attribute("strides", 2, 2), Attribute("auto_pad", "SAME_UPPER")], Ones("w", 6, 2, 3, 3))),
            ("convtranspose to more than its windows reach", One(Value("x", 1, 1, 3, 3), "ConvTranspose", "x w", [
                Attribute("strides", 3, 2), Attribute("output_shape", 10, 8)], Ones("w", 1, 2, 3, 3))),
            ("dft", One(Value("x", 2, 10, 1), "DFT", "x", [Attribute("axis", 1)])),
            ("dft, one side", One(Value("x", 2, 3, 10, 1), "DFT", "x", [
                Attribute("axis", 2), Attribute("onesided", 1)])),
            ("dft of another length", One(Value("x", 2, 10, 2), "DFT", "x n", [], Whole("n", 16))),
            ("stft", One(Value("x", 2, 100, 1), "STFT", "x s w", [], Whole("s", 7), Ones("w", 16))),
            ("stft, both sides", One(Value("x", 2, 100, 1), "STFT", "x s - n", [
                Attribute("onesided", 0)], Whole("s", 7), Whole("n", 15))),
            ("hann window", Two(Node("HannWindow", "n", "h"), map, Node("Add", "x h", "y"), Whole("n", 11))),
            ("blackman window", Two(Node("BlackmanWindow", "n", "h"), map, Node("Add", "x h", "y"), Whole("n", 11))),
            ("mel weight matrix", Two(
                Node("MelWeightMatrix", "b n r l h", "m"), Value("x", 3, 9), Node("MatMul", "x m", "y"),
                Whole("b", 8), Whole("n", 16), Whole("r", 8192), Number("l", 0), Number("h", 4096))),
            ("determinant", One(Value("x", 2, 5, 3, 3), "Det", "x", [])),
            ("scatter with a sum", One(matrix, "ScatterElements", "x i u", [Attribute("reduction", "add")],
                Indices("i", 1, 2), Ones("u", 1, 2))),
            ("matmul over nothing", One(Value("x", 4, 0), "MatMul", "x w", [], Ones("w", 0, 5))),
            ("concat with an empty cache", Model(Graph(
                [Node("Concat", "p x", "y", Attribute("axis", 2))],
                [Value("p", 1, 2, 0, 4), Value("x", 1, 2, 3, 4)],
                [Shapeless("y", Float)]))),
            ("convtranspose to a shape", One(map, "ConvTranspose", "x w", [
                Attribute("strides", 2, 2), Attribute("output_shape", 18, 20)], Ones("w", 6, 2, 3, 3))),
            ("convtranspose to a shape beyond its reach", One(map, "ConvTranspose", "x w", [
                Attribute("strides", 2, 2), Attribute("output_shape", 20, 24)], Ones("w", 6, 2, 3, 3))),
            ("convtranspose same, strided beyond its kernel", One(map, "ConvTranspose", "x w", [
                Attribute("strides", 3, 3), Attribute("auto_pad", "SAME_LOWER")], Ones("w", 6, 2, 2, 2))),
            ("maxpool ceil", One(map, "MaxPool", "x", [
                Attribute("kernel_shape", 2, 2), Attribute("strides", 2, 2), Attribute("ceil_mode", 1)])),
            ("averagepool padded", One(map, "AveragePool", "x", [
                Attribute("kernel_shape", 3, 3), Attribute("pads", 1, 1, 1, 1)])),
            ("slice backwards", One(matrix, "Slice", "x a b c d", [],
                Wholes("a", -1), Wholes("b", long.MinValue), Wholes("c", 1), Wholes("d", -2))),
            ("slice beyond the end", One(matrix, "Slice", "x a b c", [],
                Wholes("a", 1, -100), Wholes("b", 100, 4), Wholes("c", 0, -1))),
            ("slice of nothing", One(matrix, "Slice", "x a b", [], Wholes("a", 3), Wholes("b", 3))),
            ("reshape with 0 and -1", One(map, "Reshape", "x s", [], Wholes("s", 0, -1, 3))),
            ("expand to more axes", One(Value("x", 3, 1), "Expand", "x s", [], Wholes("s", 2, 1, 5))),
            ("tile", One(matrix, "Tile", "x s", [], Wholes("s", 2, 3))),
            ("split unevenly", Several(Value("x", 7, 2), "Split", "x", 3, Attribute("num_outputs", 3))),
            ("flatten at 0", One(map, "Flatten", "x", [Attribute("axis", 0)])),
            ("flatten from the end", One(map, "Flatten", "x", [Attribute("axis", -1)])),
            ("gather on an axis", One(map, "Gather", "x i", [Attribute("axis", 2)], Wholes("i", 0, 3, -1))),
            ("reduce over some axes", One(map, "ReduceMax", "x", [Attribute("axes", -1, 1)])),
            ("reduce over all axes", One(map, "ReduceSum", "x", [Attribute("keepdims", 0)])),
            ("argmax", One(map, "ArgMax", "x", [Attribute("axis", 1), Attribute("keepdims", 0)], Int64)),
            ("resize by scales", One(map, "Resize", "x - s", [], Reals("s", 1, 1, 1.5f, 0.6f))),
            ("resize to sizes", One(map, "Resize", "x - - s", [], Wholes("s", 2, 6, 20, 5))),
            ("pad with negative ends", One(matrix, "Pad", "x p", [], Wholes("p", 1, -1, 0, 2))),
            ("depth to space", One(Value("x", 1, 8, 2, 3), "DepthToSpace", "x", [Attribute("blocksize", 2)])),
            ("softmax", One(map, "Softmax", "x", [Attribute("axis", 1)])),
            ("trilu", One(matrix, "Trilu", "x", [])),
            ("matmul of a vector", One(Value("x", 6), "MatMul", "x w", [], Ones("w", 2, 6, 5))),
            ("gemm, both transposed", One(matrix, "Gemm", "x w", [
                Attribute("transA", 1), Attribute("transB", 1)], Ones("w", 5, 4))),
            ("einsum with an ellipsis", One(map, "Einsum", "x w", [Attribute("equation", "...hw,wk->...hk")],
                Ones("w", 11, 4))),
            ("skip layer normalization", One(
                Value("x", 2, 3, 8), "com.microsoft/SkipLayerNormalization", "x x w", [], Ones("w", 8))),
            ("fused matmul", One(matrix, "com.microsoft/FusedMatMul", "x w", [Attribute("transA", 1)],
                Ones("w", 4, 5))),
            ("image scaler", Withdrawn("ImageScaler", [
                Attribute("scale", 2f), Fractions("bias", new float[6])])),
            ("affine", Withdrawn("Affine", [Attribute("alpha", 2f), Attribute("beta", 1f)])),
            ("scaled tanh", Withdrawn("ScaledTanh", [Attribute("alpha", 2f), Attribute("beta", 1f)])),
            ("parametric softplus", Withdrawn("ParametricSoftplus", [
                Attribute("alpha", 2f), Attribute("beta", 1f)])),
            ("crop", Withdrawn("Crop", [Attribute("border", 1, 2, 3, 4)])),
            ("crop to a scale", Withdrawn("Crop", [Attribute("border", 1, 2, 3, 4), Attribute("scale", 5, 6)])),
            ("multi head attention", One(Value("x", 2, 5, 8), "com.microsoft/MultiHeadAttention", "x x x", [
                Attribute("num_heads", 2)])),
        ];
    }

    private static byte[] Two(Message first, Message input, Message second, params IEnumerable<Message> stored) =>
        Model(Graph([first, second], [input], [Shapeless("y", Float)], stored));

    private static byte[] One(
        Message input,
        string @operator,
        string inputs,
        IEnumerable<Message> attributes,
        params IEnumerable<Message> stored) =>
        One(input, @operator, inputs, attributes, Float, stored);

    private static byte[] One(
        Message input,
        string @operator,
        string inputs,
        IEnumerable<Message> attributes,
        int type,
        params IEnumerable<Message> stored)
    {
        return Model(
            Graph([Node(@operator, inputs, "y", attributes)], [input], [Shapeless("y", type)], stored));
    }

    private static byte[] Withdrawn(string @operator, IEnumerable<Message> attributes) => Model(
        Graph([Node(@operator, "x", "y", attributes)], [Value("x", 2, 6, 9, 11)], [Shapeless("y", Float)]), opset: 8);

    private static byte[] Several(Message input, string @operator, string inputs, int outputs, Message attribute)
    {
        string[] names = [.. Enumerable.Range(0, outputs).Select(i => $"y{i}")];
        return Model(
            Graph(
                [Node(@operator, inputs, string.Join(' ', names), attribute)],
                [input],
                names.Select(name => Shapeless(name, Float))),
            opset: 18);
    }
}
