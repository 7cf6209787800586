using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
using FlopsPS.Yaml;

namespace FlopsPS.Onnx.Tests;

/// <summary>Operators whose inputs are not what they take: too many, too flat, or of unknown shape.</summary>
public sealed class MisfitTests
{
    [Theory]
    [InlineData("Mish", "c u")]
    [InlineData("Softmax", "c u")]
    [InlineData("LayerNormalization", "c x1")]
    [InlineData("GlobalMaxPool", "c x1")]
    [InlineData("InstanceNormalization", "c x1 x1")]
    public void A_layer_works_on_its_data_though_they_are_stored_and_what_else_goes_in_is_not(
        string @operator, string inputs)
    {
        Network network = Models.Read(
            Model(
                [Write.Node("Unheard", "x1", "u"), Write.Node(@operator, inputs, "y")],
                [Write.Value("x1", 5)],
                Write.Weight("c", 2, 3, 4, 4)),
            "stored");

        Assert.Equal("2x3x4x4", network.Nodes.Last().Inputs[0].Shape.ToString());
        Assert.All(ConventionCatalog.All, convention => Assert.Single(
            CostCounter.Measure(network, new MeasureOptions(convention))));
    }

    [Theory]
    [InlineData("InstanceNormalization")]
    [InlineData("com.microsoft/GroupNorm")]
    public void A_normalisation_of_channels_needs_an_axis_of_them(string @operator) => Refused(
        Model(
            [Write.Node(@operator, "x w w", "y", Write.Attribute("channels_last", 0), Write.Attribute("groups", 1))],
            [Write.Value("x", 5)],
            Write.Weight("w", 5)),
        "input 0 is 5, but at least 2 axes are needed");

    [Fact]
    public void What_costs_as_much_as_an_unknown_shape_says_is_uncounted()
    {
        CostRow row = Models.Measure(Models.Read(
            Model(
                [
                    Write.Node("Unheard", "x", "w"),
                    Write.Node("com.microsoft/MoE", "x r w - w", "y"),
                ],
                [Write.Value("x", 2, 3), Write.Value("r", 2, 4)]),
            "experts"));

        Assert.Contains("com.microsoft.MoE (what Unheard makes is not known)", row.Uncounted);
    }

    [Fact]
    public void An_attention_of_unknown_shapes_that_nobody_reads_is_uncounted() => Assert.Contains(
        "FlexAttention",
        Models.Measure(Models.Read(
            Model(
                [
                    Write.Node("Unheard", "x", "u"),
                    Write.Node("ai.onnx.preview/FlexAttention", "u u u", string.Empty),
                    Write.Node("Relu", "x", "y"),
                ],
                [Write.Value("x", 2, 3)]),
            "attention")).Uncounted);

    [Fact]
    public void A_constant_that_is_split_into_nothing_is_no_work() => Assert.Null(Models.Measure(Models.Read(
        Model(
            [Write.Node("Split", "n p", "s"), Write.Node("Relu", "x", "y")],
            [Write.Value("x", 2)],
            Write.Weight("n", 0),
            Write.Wholes("p")),
        "split")).Uncounted);

    [Theory]
    [InlineData("linear")]
    [InlineData("my/globalmaxpool")]
    public void An_operator_that_is_not_known_is_uncounted_though_it_is_named_like_a_kind(string @operator)
    {
        Network network = Models.Read(
            Model([Write.Node(@operator, "x", "y")], [Write.Value("x", 1, 8, 7, 9)]), "named");

        Assert.All(ConventionCatalog.All, convention => Assert.Contains(
            @operator.Replace('/', '.'), Models.Measure(network, convention.Name).Uncounted));
    }

    [Fact]
    public void A_node_without_an_operator_is_refused() => Refused(
        Model([Write.Node(string.Empty, "x", "y")], [Write.Value("x", 2)]), "the node ' -> y' has no operator");

    [Fact]
    public void Parts_of_a_negative_length_are_refused() => Refused(
        Model([Write.Node("SplitToSequence", "x p", "y")], [Write.Value("x", 2, 3)], Write.Wholes("p", -2, 4)),
        "its output would have the sizes -2x3");

    [Fact]
    public void A_slice_that_names_an_axis_twice_is_refused() => Refused(
        Model(
            [Write.Node("Slice", "d a b c", "y")],
            [],
            Write.Wholes("d", 0, -1),
            Write.Wholes("a", 1, 1),
            Write.Wholes("b", 2, 2),
            Write.Wholes("c", 0, -1)),
        "the axes 0, -1 name one twice");

    [Fact]
    public void Constants_that_do_not_stretch_to_the_others_are_refused() => Refused(
        Model(
            [Write.Node("Less", "a a b", "y")],
            [],
            Write.Wholes("a", 1, 2, 3, 4),
            Write.Wholes("b", 1, 2)),
        "2 and 4 cannot be joined");

    [Fact]
    public void The_sign_of_what_is_no_number_is_none() => Assert.Null(Models.Measure(Models.Read(
        Model([Write.Node("Sign", "c", "y")], [], Write.Reals("c", float.NaN, 1)), "sign")).Uncounted);

    [Fact]
    public void Keras_has_no_product_of_a_scalar() => Assert.NotNull(Models.Measure(
        Models.Read(
            Model(
                [Write.Node("MatMul", "w w x", "y")], [Write.Value("x")], Write.Weight("w", 3, 3)),
            "scalar"),
        "keras").Uncounted);

    [Fact]
    public void A_scan_of_more_passes_than_can_be_unfolded_is_refused_before_the_first()
    {
        Message body = Write.Graph([Write.Node("Unheard", "v v", "w")], [Write.Bare("v")], [Write.Bare("missing")]);

        Refused(
            Model(
                [Write.Node("Scan", "x", "y", Write.GraphAttribute("body", body), Write.Attribute("num_scan_inputs", 1))],
                [Write.Value("x", 1_000_000, 3)]),
            "more than 250000 nodes");
    }

    [Theory]
    [InlineData("a manifest cannot say what 'net' is: an input needs a whole number of at least 1, not 0", 2, 0)]
    [InlineData("the count of 'net' does not fit into 64 bits", 1L << 40, 1L << 40)]
    public void What_no_manifest_can_say_is_refused_by_the_writer(string reason, long rows, long columns)
    {
        Network network = Models.Read(
            Model([Write.Node("Relu", "x", "y")], [Write.Value("x", rows, columns)]), "net");

        Assert.Contains(reason, Assert.Throws<NetworkException>(() => ManifestWriter.Write(network)).Message);
    }

    private static byte[] Model(
        IEnumerable<Message> nodes, IEnumerable<Message> inputs, params IEnumerable<Message> stored) =>
        Write.Model(Write.Graph(nodes, inputs, [Write.Bare("y")], stored), 22);

    private static void Refused(byte[] model, string reason) =>
        Assert.Contains(reason, Assert.Throws<NetworkException>(() => Models.Read(model, "misfit")).Message);
}
