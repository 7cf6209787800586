using System.Collections.Generic;
using System.Linq;
using System.Text;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;

namespace FlopsPS.Onnx.Tests;

/// <summary>Models that are made to do harm are refused, with the place and the reason.</summary>
public sealed class HostileModelTests
{
    private static readonly Message s_x = Write.Value("x", 2, 3);
    private static readonly Message s_y = Write.Value("y", 2, 3);

    [Theory]
    [InlineData(0x7FFF_FFFFL)]
    [InlineData(long.MaxValue)]
    [InlineData(-1L)] // 2^64 - 1 bytes
    public void A_length_beyond_the_file_is_refused(long length) =>
        Refused(new Message().Varint(1, 8).Length(7, length).Bytes, ErrorCode.ModelInvalid, "only 0 are left");

    [Fact]
    public void A_length_beyond_the_message_around_it_is_refused() => Refused(
        new Message().Nest(7, new Message().Length(1, 4)).Text(2, "more").Bytes,
        ErrorCode.ModelInvalid,
        "field 1 has 4 bytes, but only 0 are left");

    [Fact]
    public void A_value_of_another_wire_type_is_refused() =>
        Refused(new Message().Varint(7, 1).Bytes, ErrorCode.ModelInvalid, "field 7 is stored as Varint, not as Length");

    [Fact]
    public void A_group_is_refused() => Refused([0x0B], ErrorCode.ModelInvalid, "no field begins with the tag 11");

    [Fact]
    public void A_number_without_end_is_refused() =>
        Refused([0x08, .. Enumerable.Repeat((byte)0xFF, 20)], ErrorCode.ModelInvalid, "more than 10 bytes");

    [Fact]
    public void An_empty_file_is_refused() => Refused([], ErrorCode.ModelInvalid, "is no ONNX model: it is empty");

    [Fact]
    public void A_model_without_a_graph_is_refused() =>
        Refused(new Message().Varint(1, 8).Bytes, ErrorCode.ModelInvalid, "there is no graph");

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0a1b\nsize 2327524\n",
        "is no ONNX model but a Git LFS pointer to one; fetch the model: git lfs pull")]
    [InlineData("<!DOCTYPE html>\n<html><body>Not found", "is no ONNX model but a text: <!DOCTYPE html>")]
    [InlineData("../../weights/model.onnx", "is no ONNX model but a text: ../../weights/model.onnx")]
    public void A_text_in_place_of_a_model_is_called_what_it_is(string text, string reason) =>
        Refused(Encoding.ASCII.GetBytes(text), ErrorCode.ModelInvalid, reason);

    [Fact]
    public void A_negative_size_is_refused() => Refused(
        Graph([Write.Node("Relu", "x", "y")], Write.Weight("w", -2, 3)),
        ErrorCode.ModelInvalid,
        "the tensor 'w' has the sizes -2x3");

    [Fact]
    public void Sizes_beyond_64_bits_are_refused() => Refused(
        Graph([Write.Node("Relu", "x", "y")], Write.Weight("w", 1L << 40, 1L << 40)),
        ErrorCode.ModelInvalid,
        "the tensor 'w' has more elements than 64 bits can count");

    [Fact]
    public void A_negative_size_of_an_output_is_refused() => Refused(
        Graph([Write.Node("AffineGrid", "x s", "y")], Write.Wholes("s", 1, 1, -4, 5)),
        ErrorCode.ShapeMismatch,
        "its output would have the sizes 1x-4x5x2");

    [Fact]
    public void A_split_into_nothing_is_no_error() => Assert.Equal("2x3", Models.Outputs(Models.Read(
        Graph([Write.Node("Split", "x", string.Empty), Write.Node("Relu", "x", "y")]), "split")));

    [Fact]
    public void A_count_beyond_64_bits_is_refused() => Refused(
        Graph(
            [Write.Node("Expand", "x s", "large"), Write.Node("Exp", "large", "y")],
            Write.Wholes("s", 1L << 40, 1L << 40, 2, 3)),
        ErrorCode.CountOverflow,
        "layer 'exp': its sizes do not fit into 64 bits");

    [Fact]
    public void A_billion_elements_take_no_memory()
    {
        byte[] model = Graph(
            [
                Write.Node("ConstantOfShape", "s", "zeros"),
                Write.Node("Transpose", "zeros", "turned"),
                Write.Node("ReduceMax", "turned", "most", Write.Attribute("keepdims", 0)),
                Write.Node("Add", "x most", "y"),
            ],
            Write.Wholes("s", 1_000_000, 1000));

        Assert.Equal("2x3", Models.Outputs(Models.Read(model, "billion")));
    }

    [Fact]
    public void Messages_nested_without_end_are_refused()
    {
        Message graph = Write.Graph([], [], []);
        for (int i = 0; i < 200; i++)
        {
            graph = Write.Graph([Write.Node("If", "c", "y", Write.GraphAttribute("then_branch", graph))], [], []);
        }

        Refused(Write.Model(graph), ErrorCode.ModelInvalid, "nested more than 100 deep");
    }

    [Theory]
    [InlineData("steps, batch and features must come in, not 2x3")]
    [InlineData("1x1x3 has 3 features, but the weight takes 8", 1, 1, 3)]
    public void A_recurrent_layer_that_does_not_fit_is_refused(string reason, params object[] sizes) => Refused(
        Write.Model(Write.Graph(
            [Write.Node("RNN", "x w r", "y")],
            [sizes.Length == 0 ? s_x : Write.Value("x", sizes)],
            [Write.Bare("y")],
            Write.Weight("w", 1, 7, 8),
            Write.Weight("r", 1, 7, 7))),
        ErrorCode.ShapeMismatch,
        reason);

    [Fact]
    public void A_cycle_is_refused() => Refused(
        Graph([Write.Node("Add", "x b", "a"), Write.Node("Relu", "a", "b"), Write.Node("Relu", "b", "y")]),
        ErrorCode.ModelInvalid,
        "'Add -> a'");

    [Fact]
    public void A_node_that_reads_itself_through_its_branch_is_refused()
    {
        Message branch = Write.Graph([Write.Node("Relu", "y", "t")], [], [Write.Bare("t")]);

        Refused(
            Graph([Write.Node("If", "x", "y", Write.GraphAttribute("then_branch", branch))]),
            ErrorCode.ModelInvalid,
            "is part of a cycle");
    }

    [Fact]
    public void Two_values_of_one_name_are_refused() => Refused(
        Graph([Write.Node("Relu", "x", "y"), Write.Node("Sigmoid", "x", "y")]),
        ErrorCode.ModelInvalid,
        "makes 'y', which another node makes too");

    [Fact]
    public void A_value_named_like_an_input_is_refused() => Refused(
        Graph([Write.Node("Relu", "x", "y"), Write.Node("Relu", "y", "x")]),
        ErrorCode.ModelInvalid,
        "cycle");

    [Fact]
    public void A_value_named_like_a_stored_tensor_is_refused() => Refused(
        Graph([Write.Node("Relu", "x", "w"), Write.Node("Relu", "x", "y")], Write.Weight("w", 2, 3)),
        ErrorCode.ModelInvalid,
        "there are two values 'w'");

    [Fact]
    public void An_output_that_nothing_makes_is_refused() => Refused(
        Graph([Write.Node("Relu", "x", "z")]), ErrorCode.ModelInvalid, "nothing makes the output 'y'");

    [Fact]
    public void A_function_that_calls_itself_is_refused() => Refused(
        Write.Model(
            Write.Graph([Write.Node("my/Again", "x", "y")], [s_x], [s_y]),
            functions: Write.Function("Again", "a", "b", Write.Node("my/Again", "a", "b"))),
        ErrorCode.NetworkTooLarge,
        "nested more than 48 deep");

    [Fact]
    public void Functions_that_multiply_are_refused()
    {
        // Each of 40 functions calls the next twice: 2^40 nodes.
        IEnumerable<Message> functions = Enumerable.Range(0, 40).Select(i => Write.Function(
            $"F{i}", "a", "c", Write.Node($"my/F{i + 1}", "a", "b"), Write.Node($"my/F{i + 1}", "b", "c")));

        Refused(
            Write.Model(
                Write.Graph([Write.Node("my/F0", "x", "y")], [s_x], [s_y]),
                functions: [.. functions, Write.Function("F40", "a", "b", Write.Node("Relu", "a", "b"))]),
            ErrorCode.NetworkTooLarge,
            "more than 250000 nodes");
    }

    [Fact]
    public void A_loop_of_a_billion_passes_is_counted_once_and_says_so()
    {
        Message body = Write.Graph(
            [Write.Node("Relu", "v", "next"), Write.Node("Identity", "c", "on")],
            [Write.Bare("i"), Write.Bare("c"), Write.Bare("v")],
            [Write.Bare("on"), Write.Bare("next")]);

        Assert.Contains(
            "one pass is counted",
            Models.Measure(Models.Read(
                Graph(
                    [Write.Node("Loop", "m - x", "y", Write.GraphAttribute("body", body))],
                    Write.Wholes("m", 1_000_000_000)),
                "loop")).Uncounted);
    }

    [Fact]
    public void A_scan_over_a_billion_elements_that_does_nothing_is_refused()
    {
        Message body = Write.Graph([], [Write.Bare("v")], [Write.Bare("v")]);

        Refused(
            Write.Model(Write.Graph(
                [
                    Write.Node(
                        "Scan", "x", "y", Write.GraphAttribute("body", body), Write.Attribute("num_scan_inputs", 1)),
                ],
                [Write.Value("x", 1_000_000_000, 3)],
                [Write.Bare("y")])),
            ErrorCode.NetworkTooLarge,
            "more than 250000 nodes");
    }

    private static byte[] Graph(IEnumerable<Message> nodes, params IEnumerable<Message> initializers) =>
        Write.Model(Write.Graph(nodes, [s_x], [s_y], initializers));

    private static void Refused(byte[] model, ErrorCode code, string reason)
    {
        var error = Assert.Throws<NetworkException>(() => Models.Read(model, "hostile.onnx"));

        Assert.Equal(code, error.Code);
        Assert.Contains(reason, error.Message);
        Assert.Contains("hostile.onnx", error.Message);
    }
}
