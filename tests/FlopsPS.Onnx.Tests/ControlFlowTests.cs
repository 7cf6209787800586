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
        Assert.Equal("Loop (data decide how often it runs: one pass is counted)", row.Uncounted);
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
        Assert.Equal(
            "if: data decide which branch runs; the then_branch of 'if' is counted, with 36 multiply-accumulates, and not "
                + "the other, with 18",
            Assert.Single(network.Warnings));
    }

    [Theory]
    [InlineData("then_branch", "else_branch", "else")]
    [InlineData("else_branch", "then_branch", "then")]
    public void A_branch_that_does_not_fit_the_inputs_is_not_the_one_that_runs(
        string broken, string fitting, string running)
    {
        Network network = Models.Read(Branches(broken, fitting), "if");

        CostRow row = Models.Measure(network);
        Assert.Equal("2x3", network.OutputShape);
        Assert.Equal(Product, row.Macs);
        Assert.Equal(9 + 20 + 25, row.Parameters); // also of what comes behind the layer that does not fit
        Assert.Null(row.Uncounted);
        Assert.Equal(
            $"if: only the {running}_branch of 'if' fits the inputs, and is counted; in the other, layer "
                + $"'if/{broken}/matmul': 2x3 and 4x5 cannot be multiplied",
            Assert.Single(network.Warnings));
    }

    [Fact]
    public void Branches_of_which_none_fits_are_refused()
    {
        Message misfit = Write.Graph([Write.Node("MatMul", "x p", "t")], [], [Write.Bare("t")], Write.Weight("p", 4, 5));
        Message node = Write.Node(
            "If", "c", "y", Write.GraphAttribute("then_branch", misfit), Write.GraphAttribute("else_branch", misfit));

        var error = Assert.Throws<NetworkException>(() => Models.Read(
            Write.Model(Write.Graph([node], [s_x, Write.Typed("c", Write.Int64)], [s_y])), "if"));

        Assert.Equal(ErrorCode.ShapeMismatch, error.Code);
        Assert.Equal("if/then_branch/matmul", error.Layer);
    }

    [Fact]
    public void A_branch_is_a_misfit_when_none_in_it_fits()
    {
        Message misfit = Write.Graph([Write.Node("MatMul", "x p", "t")], [], [Write.Bare("t")], Write.Weight("p", 4, 5));
        Message inner = Write.Graph(
            [Write.Node("If", "c", "v", [
                Write.GraphAttribute("then_branch", misfit), Write.GraphAttribute("else_branch", misfit)])],
            [],
            [Write.Bare("v")]);

        Network network = Models.Read(Branches("then_branch", "else_branch", inner), "if");

        Assert.Equal(Product, Models.Measure(network).Macs);
        Assert.Contains("layer 'if/then_branch/if/then_branch/matmul'", Assert.Single(network.Warnings));
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
    public void A_map_runs_once_for_each_item_of_its_sequences()
    {
        Message body = Write.Graph(
            [Write.Node("MatMul", "a w", "m"), Write.Node("Add", "m b", "n"), Write.Node("Add", "n c", "o")],
            [Write.Bare("a"), Write.Bare("b"), Write.Bare("c")],
            [Write.Bare("o")]);
        Network network = Models.Read(
            Write.Model(Write.Graph(
                [
                    Write.Node("SplitToSequence", "x", "s", Write.Attribute("axis", 0)),
                    Write.Node("SequenceMap", "s s x", "t", Write.GraphAttribute("body", body)),
                    Write.Node("ConcatFromSequence", "t", "y", Write.Attribute("axis", 1)),
                ],
                [s_x],
                [Write.Shapeless("y", Write.Float)],
                Write.Weight("w", 3, 3))),
            "map");

        // Each item is a row of x; x itself, added to it, makes two rows of it again.
        Assert.Equal("2x6", Models.Outputs(network));
        Assert.Equal(2 * 9, Models.Measure(network).Macs);
        Assert.Equal(9, Models.Measure(network).Parameters);
        Assert.Null(Models.Measure(network).Uncounted);
    }

    [Fact]
    public void A_map_over_a_sequence_that_is_an_input_is_uncounted_and_says_why()
    {
        Message body = Write.Graph([Write.Node("Neg", "a", "o")], [Write.Bare("a")], [Write.Bare("o")]);
        CostRow row = Models.Measure(Models.Read(
            Write.Model(Write.Graph(
                [Write.Node("SequenceMap", "s", "t", Write.GraphAttribute("body", body))],
                [Write.Bare("s")],
                [Write.Bare("t")])),
            "map"));

        Assert.Equal("SequenceMap (how long its sequence is depends on data)", row.Uncounted);
    }

    [Fact]
    public void Until_version_8_a_scan_runs_for_each_sample_alone()
    {
        Message body = Write.Graph(
            [Write.Node("MatMul", "r w", "p"), Write.Node("Add", "a p", "b"), Write.Node("Identity", "b", "o")],
            [Write.Typed("a", Write.Float, 3), Write.Typed("r", Write.Float, 3)],
            [Write.Bare("b"), Write.Bare("o")]);
        Network network = Models.Read(
            Write.Model(
                Write.Graph(
                    [
                        Write.Node(
                            "Scan",
                            "- h x",
                            "y z",
                            Write.GraphAttribute("body", body),
                            Write.Attribute("num_scan_inputs", 1)),
                    ],
                    [Write.Value("h", 4, 3), Write.Value("x", 4, 5, 3)],
                    [Write.Bare("y"), Write.Bare("z")],
                    Write.Weight("w", 3, 3)),
                opset: 8),
            "scan");

        Assert.Equal("4x3;4x5x3", Models.Outputs(network));
        Assert.Equal(4 * 5 * 9, Models.Measure(network).Macs);
        Assert.Equal(9, Models.Measure(network).Parameters);
    }

    [Theory]
    [InlineData("x", 2 * Product)]
    [InlineData("", Product)]
    public void Whether_an_optional_value_is_there_decides_a_branch(string held, long macs)
    {
        Message then = Write.Graph(
            [
                Write.Node("OptionalGetElement", "o", "g"),
                Write.Node("MatMul", "g w", "t"),
                Write.Node("MatMul", "t w", "u"),
            ],
            [],
            [Write.Bare("u")]);
        Message other = Write.Graph([Write.Node("MatMul", "x w", "v")], [], [Write.Bare("v")]);
        Network network = Models.Read(
            Write.Model(Write.Graph(
                [
                    Write.Node("Optional", held, "o"),
                    Write.Node("OptionalHasElement", "o", "c"),
                    Write.Node(
                        "If",
                        "c",
                        "y",
                        Write.GraphAttribute("then_branch", then),
                        Write.GraphAttribute("else_branch", other)),
                ],
                [s_x],
                [s_y],
                Write.Weight("w", 3, 3))),
            "optional");

        Assert.Equal(macs, Models.Measure(network).Macs);
        Assert.Null(Models.Measure(network).Uncounted);
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

    // One branch does not fit its input, the other is one product.
    private static byte[] Branches(string broken, string fitting, Message? misfit = null)
    {
        misfit ??= Write.Graph(
            [Write.Node("MatMul", "x p", "t"), Write.Node("MatMul", "t q", "u")],
            [],
            [Write.Bare("u")],
            Write.Weight("p", 4, 5),
            Write.Weight("q", 5, 5));
        Message other = Write.Graph([Write.Node("MatMul", "x w", "v")], [], [Write.Bare("v")]);
        Message node = Write.Node(
            "If", "c", "y", Write.GraphAttribute(broken, misfit), Write.GraphAttribute(fitting, other));
        return Write.Model(
            Write.Graph([node], [s_x, Write.Typed("c", Write.Int64)], [s_y], Write.Weight("w", 3, 3)));
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
