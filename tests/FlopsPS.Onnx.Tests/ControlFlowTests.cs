using System.Linq;
using System.Threading;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;

namespace FlopsPS.Onnx.Tests;

/// <summary>Branches, loops and functions are unfolded into the nodes that run.</summary>
public sealed class ControlFlowTests
{
    // x is 2x3, w 3x3: one product is 2*3*3 = 18 multiply-accumulates.
    private const long Product = 18;

    private static readonly Message s_x = Write.Value("x", 2, 3);
    private static readonly Message s_y = Write.Value("y", 2, 3);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, Product)]
    [InlineData(4, 4 * Product)]
    public void A_loop_runs_as_often_as_its_trip_count_says(long trips, long macs)
    {
        CostRow row = Models.Measure(Loop(Write.Wholes("m", trips)));

        Assert.Equal(macs, row.Macs);
        Assert.Equal(trips == 0 ? 0 : 9, row.Parameters);
        Assert.Null(row.Uncounted);
    }

    [Fact]
    public void A_loop_whose_trip_count_is_data_is_counted_once_and_says_so()
    {
        Network network = Models.Read(
            Write.Model(Write.Graph(
                [Write.Node("Loop", "m - x", "y", Write.GraphAttribute("body", Body()))],
                [s_x, Write.Typed("m", Write.Int64)],
                [s_y],
                Write.Weight("w", 3, 3))),
            "loop");

        CostRow row = Models.Measure(network);
        Assert.Equal(Product, row.Macs);
        Assert.Equal("Loop, of which one pass is counted: data decide how often it runs", row.Uncounted);
    }

    [Fact]
    public void Passes_and_branches_stand_in_the_paths() => Assert.Equal(
        ["loop/0/matmul", "loop/1/matmul"],
        Loop(Write.Wholes("m", 2)).Nodes.Where(node => node.Layer.Kind == "linear").Select(node => node.Path));

    [Theory]
    [InlineData(true, 2 * Product)]
    [InlineData(false, Product)]
    public void A_condition_that_is_known_takes_its_branch_alone(bool condition, long macs)
    {
        Network network = If(Write.Wholes("c", condition ? 1 : 0), isInput: false);

        Assert.Equal(macs, Models.Measure(network).Macs);
        Assert.Equal(9, Models.Measure(network).Parameters);
    }

    [Fact]
    public void Of_branches_that_data_decide_the_dearer_runs_and_the_other_keeps_its_weights()
    {
        Network network = If(Write.Typed("c", Write.Int64), isInput: true);

        Assert.Equal(2 * Product, Models.Measure(network).Macs);
        Assert.All(
            network.Nodes.Where(node => node.IsIdle), node => Assert.StartsWith("if/else_branch/", node.Path));
        Assert.Contains(network.Nodes, node => node.IsIdle);
    }

    [Fact]
    public void A_function_is_inlined_with_the_attributes_of_its_call()
    {
        Message reference = new Message().Text(1, "axis").Text(21, "along").Varint(20, 2);
        byte[] model = Write.Model(
            Write.Graph(
                [Write.Node("my/Twice", "x", "y", Write.Attribute("along", 0))], [s_x], [Write.Value("y", 4, 3)]),
            functions: Write.Function("Twice", "a", "b", Write.Node("Concat", "a a", "b", reference)));

        Network network = Models.Read(model, "function");

        Assert.Equal("4x3", Models.Outputs(network));
        Assert.Equal("twice/concat", network.Nodes.Single().Path);
    }

    [Fact]
    public void A_walk_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<System.OperationCanceledException>(() => OnnxReader
            .Read(new System.IO.MemoryStream(Models.Bytes("onnx/resnet18.onnx")), "resnet18.onnx")
            .Build(NetworkRequest.None, source.Token));
    }

    private static Network Loop(Message trips) => Models.Read(
        Write.Model(Write.Graph(
            [Write.Node("Loop", "m - x", "y", Write.GraphAttribute("body", Body()))],
            [s_x],
            [s_y],
            trips,
            Write.Weight("w", 3, 3))),
        "loop");

    private static Message Body() => Write.Graph(
        [Write.Node("MatMul", "v w", "next"), Write.Node("Identity", "c", "on")],
        [Write.Bare("i"), Write.Bare("c"), Write.Bare("v")],
        [Write.Bare("on"), Write.Bare("next")]);

    private static Network If(Message condition, bool isInput)
    {
        Message then = Write.Graph(
            [Write.Node("MatMul", "x w", "t"), Write.Node("MatMul", "t w", "u")], [], [Write.Bare("u")]);
        Message other = Write.Graph([Write.Node("MatMul", "x w", "v")], [], [Write.Bare("v")]);
        Message node = Write.Node(
            "If", "c", "y", Write.GraphAttribute("then_branch", then), Write.GraphAttribute("else_branch", other));
        Message weight = Write.Weight("w", 3, 3);
        return Models.Read(
            Write.Model(isInput
                ? Write.Graph([node], [s_x, condition], [s_y], weight)
                : Write.Graph([node], [s_x], [s_y], condition, weight)),
            "if");
    }
}
