using System.Collections.Generic;
using System.IO;
using System.Threading;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
using FlopsPS.Tensors;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>The shapes that a file declares of values: checked against those that operators make, and taken where no
/// operator tells one.</summary>
public sealed class DeclaredShapeTests
{
    [Fact]
    public void A_declared_shape_that_the_operators_do_not_make_is_a_warning()
    {
        Network network = Build(Relus(Value("h", 2, 4), Value("y", 2, 3)));

        Assert.Equal("2x3", Models.Outputs(network));
        Assert.Equal(
            "declared.onnx: the file declares 'h' as 2x4, but its operators make 2x3, which is what counts",
            Assert.Single(network.Warnings));
    }

    [Fact]
    public void Only_the_first_difference_is_told_and_the_others_are_counted() => Assert.EndsWith(
        "(so it is with 1 more)", Assert.Single(Build(Relus(Value("h", 2, 4), Value("y", 1, 2, 3))).Warnings));

    [Theory]
    [InlineData(2, 3)]
    [InlineData("batch", 3)]
    [InlineData("anything", "else")]
    public void A_shape_that_fits_is_none(object rows, object columns) =>
        Assert.Empty(Build(Relus(Value("h", rows, columns), Value("y", 2, 3))).Warnings);

    [Fact]
    public void A_name_stands_for_its_size_everywhere()
    {
        byte[] model = Model(
            Graph(
                [Node("Relu", "x", "h"), Node("Concat", "h h", "y", Attribute("axis", 0))],
                [Value("x", "n", 3)],
                [Value("y", "n", 3)]));

        Assert.Contains(
            "declares 'y' as n x 3, but its operators make 4x3",
            Assert.Single(Models.Read(model, "named.onnx", ("n", 2L)).Warnings));
    }

    [Fact]
    public void Where_an_input_is_given_another_shape_the_file_declares_nothing() => Assert.Empty(Build(
        Relus(Value("h", 2, 3), Value("y", 2, 3)),
        new() { InputShapes = new Dictionary<string, TensorShape> { ["x"] = new([5, 3]) } }).Warnings);

    [Fact]
    public void A_declared_shape_stands_in_for_one_that_depends_on_data()
    {
        Message graph = Graph(
            [Node("NonZero", "x", "places"), Node("Cast", "places", "y", Attribute("to", Float))],
            [Value("x", 2, 3)],
            [Value("y", 2, 6)],
            []).Nest(13, Typed("places", Int64, 2, 6));

        Assert.Equal("2x6", Models.Outputs(Build(Model(graph))));
        Assert.Equal(string.Empty, Models.Outputs(Build(Model(graph), new() { BatchSize = 4 })));
    }

    private static byte[] Relus(params Message[] declared) => Model(
        Graph([Node("Relu", "x", "h"), Node("Relu", "h", "y")], [Value("x", 2, 3)], declared[1..])
            .Nest(13, declared[..1]));

    private static Network Build(byte[] model, NetworkRequest? request = null) => OnnxReader
        .Read(new MemoryStream(model), "declared.onnx")
        .Build(request ?? NetworkRequest.None, CancellationToken.None);
}
