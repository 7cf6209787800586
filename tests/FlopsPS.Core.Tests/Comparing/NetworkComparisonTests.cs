using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using FlopsPS.Comparing;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Counting;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Core.Tests.Comparing;

/// <summary>Two networks: which layers are the same, what became of each, and what that costs.</summary>
public sealed class NetworkComparisonTests
{
    [Theory]
    [InlineData("relu", "relu", "")]
    [InlineData("conv out=4 kernel=1", "conv out=8 kernel=1", "Changed conv: out 4 -> 8")]
    [InlineData("conv out=4 kernel=1", "conv out=4 kernel=1 bias=false", "Changed conv: bias true -> false")]
    [InlineData("conv out=4 kernel=3", "conv out=4 kernel=3,3 stride=1,1 padding=0,0", "")]
    [InlineData("softmax axis=1", "softmax axis=2", "Changed softmax: axis 1 -> 2")]
    [InlineData("avgpool kernel=2", "avgpool kernel=2 padding=1", "Changed avgpool: padding 0 -> 1")]
    [InlineData("relu", "relu | conv out=4 kernel=1", "Added conv: conv: { out: 4, kernel: 1 }")]
    [InlineData("relu | gelu", "gelu", "Removed relu: relu")]
    [InlineData("relu", "gelu", "Removed relu: relu | Added gelu: gelu")]
    // A layer added in front moves the automatic numbers, and changes nothing else.
    [InlineData("relu | relu | gelu", "relu | relu | relu | gelu", "Added relu3: relu")]
    [InlineData(
        "conv out=8 kernel=1 | conv out=6 kernel=1",
        "conv out=4 kernel=1 | conv out=8 kernel=1 | conv out=6 kernel=1",
        "Added conv: conv: { out: 4, kernel: 1 }")]
    // Other channels change what the next layer costs, and nothing for a layer that costs nothing.
    [InlineData(
        "conv out=4 kernel=1 | relu | conv out=6 kernel=1",
        "conv out=8 kernel=1 | relu | conv out=6 kernel=1",
        "Changed conv: out 4 -> 8 | Changed conv2: input 1x4x8x8 -> 1x8x8x8")]
    public void A_row_says_what_became_of_a_layer(string before, string after, string rows) =>
        Assert.Equal(rows, Text(Compare(Chain(before), Chain(after)).Skip(1)));

    [Fact]
    public void A_row_says_what_that_costs()
    {
        // 4*8*1*1 + 8 parameters for 4*4 + 4; on 8*8 positions 8*4 MACs for 4*4, and twice that with the bias.
        LayerDifference row = Compare(Chain("conv out=4 kernel=1"), Chain("conv out=8 kernel=1"))[1];

        Assert.Equal((40, 20, 20), (row.Parameters, row.ReferenceParameters, row.ParametersDifference));
        Assert.Equal((2048, 1024, 1024), (row.Macs, row.ReferenceMacs, row.MacsDifference));
        Assert.Equal((4096, 2048, 2048), (row.Flops, row.ReferenceFlops, row.FlopsDifference));
    }

    [Fact]
    public void What_one_network_does_not_have_is_empty_and_what_a_convention_does_not_define_too()
    {
        IReadOnlyList<LayerDifference> rows = Compare(Chain("conv out=4 kernel=1"), Chain("relu"), "fvcore");

        Assert.Equal(["Total", "Removed", "Added"], rows.Select(row => row.Change));
        Assert.Equal((null, 20, -20), (rows[1].Parameters, rows[1].ReferenceParameters, rows[1].ParametersDifference));
        Assert.Equal((null, 1024, -1024), (rows[1].Macs, rows[1].ReferenceMacs, rows[1].MacsDifference));
        Assert.Equal((0, null, 0), (rows[2].Parameters, rows[2].ReferenceParameters, rows[2].ParametersDifference));
        Assert.All(rows, row => Assert.Null(row.FlopsDifference));
    }

    [Fact]
    public void A_layer_with_another_name_is_the_same_layer()
    {
        LayerDifference row = Compare(
            Single("stem/conv1", "conv out=4 kernel=1"), Single("body/first", "conv out=4 kernel=1"), isAll: true)[1];

        Assert.Equal(("Equal", "body/first", "was stem/conv1"), (row.Change, row.Layer, row.What));
    }

    // The number of a block is a name as good as any; only numbers behind the kinds of layers are automatic.
    [Theory]
    [InlineData("stage1/conv", "stage2/conv", "was stage1/conv")]
    [InlineData("stage1/conv", "stage1/conv2", null)]
    [InlineData("branch1/conv", "branch2/conv", null)]
    public void A_place_is_a_path_without_its_automatic_numbers(string before, string after, string? what)
    {
        const string Layer = "conv out=4 kernel=1";
        LayerDifference row = Compare(Single(before, Layer), Single(after, Layer), isAll: true)[1];

        Assert.Equal(("Equal", what), (row.Change, row.What));
    }

    // conv0, conv1, ...: an author counts from 0 or 1, a reader from 2.
    [Fact]
    public void Numbers_of_an_author_are_names()
    {
        string[] layers = [.. Enumerable.Repeat("conv out=4 kernel=3 padding=1", 9)];
        string[] changed = [.. layers[..5], "conv out=4 kernel=1", .. layers[6..]];

        Assert.Equal(
            "Changed conv5: kernel 3 -> 1; padding 1 -> 0",
            Text(Compare(Named("conv", layers), Named("conv", changed)).Skip(1)));
    }

    [Fact]
    public void A_layer_of_another_kind_is_the_same_by_its_name()
    {
        Assert.Equal("Changed act: relu -> gelu", Text(Compare(Single("act", "relu"), Single("act", "gelu")).Skip(1)));
    }

    [Theory]
    [InlineData(NodeRole.Whole, NodeRole.Idle, "Changed conv: runs in training only")]
    [InlineData(NodeRole.Idle, NodeRole.Whole, "Changed conv: runs in inference")]
    public void A_layer_may_cease_to_run(NodeRole before, NodeRole after, string row) => Assert.Equal(row, Text(Compare(
        Single("conv", "conv out=4 kernel=1", before), Single("conv", "conv out=4 kernel=1", after)).Skip(1)));

    [Fact]
    public void Two_equal_networks_have_a_total_alone()
    {
        LayerDifference total = Assert.Single(Compare(Chain("relu | gelu"), Chain("relu | gelu")));

        Assert.Equal(("Total", null, "2 -> 2 layers"), (total.Change, total.Layer, total.What));
        Assert.Equal((0, 0, 0), (total.ParametersDifference, total.MacsDifference, total.FlopsDifference));
    }

    [Fact]
    public void Rows_add_up_to_the_total_and_leave_no_layer_out() =>
        Gen.Select(RandomNetworks.Any, RandomNetworks.Any).Sample((before, after) =>
        {
            foreach (string convention in new[] { "exact", "full", "thop" })
            {
                IReadOnlyList<LayerDifference> rows = Compare(before, after, convention, isAll: true);
                ILookup<bool, LayerDifference> isTotal = rows.ToLookup(row => row.Change == "Total");
                LayerDifference total = Assert.Single(isTotal[true]);
                IEnumerable<LayerDifference> layers = isTotal[false];

                Assert.Equal(total.ParametersDifference, layers.Sum(row => row.ParametersDifference));
                Assert.Equal(total.MacsDifference ?? 0, layers.Sum(row => row.MacsDifference));
                Assert.Equal(total.FlopsDifference ?? 0, layers.Sum(row => row.FlopsDifference));
                Assert.Equal(
                    after.Nodes.Select(node => node.Path),
                    layers.Where(row => row.Change != "Removed").Select(row => row.Layer));
                Assert.Equal(before.Nodes.Count, layers.Count(row => row.Change != "Added"));
            }
        });

    // Names have nothing in common, and sizes are spelled in other ways: the work tells which layer is which.
    [Fact]
    public void Layers_from_another_source_are_the_same_by_what_they_do()
    {
        Network manifest = Named(
            "a", "conv out=4 kernel=3 padding=same", "relu", "maxpool kernel=2", "adaptiveavgpool size=2");
        Network model = Named(
            "b", "conv out=4 kernel=3 padding=1", "relu", "maxpool kernel=2 stride=2", "avgpool kernel=2");

        Assert.Empty(Compare(manifest, model).Skip(1));
        Assert.Equal(
            "Equal b0: was a0 | Equal b1: was a1 | Equal b2: was a2 | Equal b3: was a3",
            Text(Compare(manifest, model, isAll: true).Skip(1)));
    }

    [Fact]
    public void A_normalisation_that_was_folded_says_into_which_layer() => Assert.Equal(
        "Changed b0: bias false -> true; was a0 | Removed a1: batchnorm, folded into b0",
        Text(Compare(
            Named("a", "conv out=4 kernel=1 bias=false", "batchnorm", "relu"),
            Named("b", "conv out=4 kernel=1", "relu")).Skip(1)));

    [Fact]
    public void A_normalisation_behind_no_layer_with_weights_was_not_folded() => Assert.Equal(
        "Removed a1: batchnorm",
        Text(Compare(Named("a", "relu", "batchnorm", "gelu"), Named("b", "relu", "gelu")).Skip(1)));

    // Its weights are those of projections: none is the weight and none the bias that take a normalisation up.
    [Fact]
    public void A_normalisation_behind_an_attention_was_not_folded() => Assert.Equal(
        "Removed a1: batchnorm",
        Text(Compare(
            Named("a", "windowattention heads=2 window=2", "batchnorm", "gelu"),
            Named("b", "windowattention heads=2 window=2", "gelu")).Skip(1)));

    [Fact]
    public void A_row_knows_the_line_of_the_layer_as_it_is_now()
    {
        LayerDifference row = Compare(At(3, "conv out=4 kernel=1"), At(5, "conv out=8 kernel=1"))[1];

        Assert.Equal(5, row.Line);

        static Network At(int line, string layer)
        {
            var builder = new NetworkBuilder();
            Tensor input = builder.AddInput("input", Nets.Shape(1, 4, 8, 8));
            var position = new SourcePosition("net.yaml", line, 1);
            return builder.Build("net", builder.Add("conv", LayerText.Layer(layer), [input], position).Outputs);
        }
    }

    [Fact]
    public void A_normalisation_that_was_left_out_of_the_same_network_was_not_folded() => Assert.Equal(
        "Removed batchnorm: batchnorm",
        Text(Compare(
            Chain("conv out=4 kernel=1 | batchnorm | relu"), Chain("conv out=4 kernel=1 | relu")).Skip(1)));

    [Fact]
    public void Parallel_layers_from_another_source_may_run_in_another_order()
    {
        Network manifest = Branches("left", "conv out=6 kernel=1", "right", "conv out=8 kernel=1");
        Network model = Branches("b0", "conv out=8 kernel=1", "b1", "conv out=6 kernel=1");

        Assert.Empty(Compare(manifest, model).Skip(1));
        Assert.Equal(
            "Equal b0: was right | Equal b1: was left", Text(Compare(manifest, model, isAll: true).Skip(1)));
    }

    [Theory]
    [InlineData("conv out=4 kernel=1", "conv out=8 kernel=1", "Changed b0: out 4 -> 8; was a0")]
    [InlineData("softmax axis=1", "softmax axis=2", "Changed b0: axis 1 -> 2; was a0")]
    [InlineData("relu", "gelu", "Removed a0: relu | Added b0: gelu")]
    public void What_differs_in_another_source_is_said(string before, string after, string rows) =>
        Assert.Equal(rows, Text(Compare(Named("a", before), Named("b", after), "full").Skip(1)));

    // What costs nothing under a convention is another layer all the same when it makes another shape.
    [Fact]
    public void Layers_from_another_source_that_cost_the_same_may_do_something_else() => Assert.Equal(
        "Changed b0: kernel 2 -> 4; was a0",
        Text(Compare(Named("a", "maxpool kernel=2"), Named("b", "maxpool kernel=4")).Skip(1)));

    [Fact]
    public void What_moves_data_alone_is_told_by_its_kind() => Assert.Equal(
        "Removed a0: flatten | Added b0: reshape: { shape: [256] }",
        Text(Compare(Named("a", "flatten"), Named("b", "reshape shape=256")).Skip(1)));

    [Fact]
    public void A_list_that_is_no_size_of_a_window_stays_a_list() => Assert.Equal(
        "Changed reshape: shape [256] -> [64, 4]",
        Text(Compare(Chain("reshape shape=256"), Chain("reshape shape=64,4")).Skip(1)));

    [Fact]
    public void A_layer_that_a_file_states_has_no_arguments_to_compare()
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(1, 4, 8, 8));
        Layer flatten = StatedKind.Layer("flatten", new Movement("flatten"));
        Node node = builder.AddStated("a0", flatten, [input], [Nets.Shape(1, 4, 64)], []);

        Assert.Empty(Compare(Named("a", "flatten start=2"), builder.Build("model", node.Outputs)).Skip(1));
    }

    [Fact]
    public void A_stated_layer_is_that_of_the_same_kind()
    {
        Network manifest = Named("a", "flatten");
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(1, 4, 8, 8));
        Layer flatten = StatedKind.Layer("flatten", new Movement("flatten"));
        Node node = builder.AddStated("b", flatten, [input], [Nets.Shape(1, 256)], []);

        Assert.Empty(Compare(manifest, builder.Build("model", node.Outputs)).Skip(1));
        Assert.Empty(Compare(builder.Build("model", node.Outputs), manifest).Skip(1));
    }

    [Fact]
    public void A_comparison_can_be_cancelled() => Assert.Throws<OperationCanceledException>(() =>
        NetworkComparison.Compare(
            Chain("relu"), Chain("gelu"), ConventionCatalog.Get("exact"), true, new CancellationToken(true)).ToList());

    [Fact]
    public void A_comparison_can_be_cancelled_between_rows()
    {
        using var source = new CancellationTokenSource();
        using IEnumerator<LayerDifference> rows = NetworkComparison.Compare(
            Chain("relu | relu"), Chain("gelu"), ConventionCatalog.Get("exact"), true, source.Token).GetEnumerator();
        Assert.True(rows.MoveNext() && rows.MoveNext());

        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => rows.MoveNext());
    }

    private static string Text(IEnumerable<LayerDifference> rows) =>
        string.Join(" | ", rows.Select(row => $"{row.Change} {row.Layer}: {row.What}"));

    private static Network Chain(string layers) => Nets.Chain(
        Nets.Shape(1, 4, 8, 8), [.. layers.Split(" | ").Select(LayerText.Layer)]);

    // A chain whose layers are called a0, a1 and so on.
    private static Network Named(string name, params string[] layers)
    {
        var builder = new NetworkBuilder();
        IReadOnlyList<Tensor> current = [builder.AddInput("input", Nets.Shape(1, 4, 8, 8))];
        for (int i = 0; i < layers.Length; i++)
        {
            current = builder.Add($"{name}{i}", LayerText.Layer(layers[i]), current).Outputs;
        }

        return builder.Build("net", current);
    }

    private static Network Branches(string first, string firstLayer, string second, string secondLayer)
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(1, 4, 8, 8));
        return builder.Build(
            "net",
            [
                .. builder.Add(first, LayerText.Layer(firstLayer), [input]).Outputs,
                .. builder.Add(second, LayerText.Layer(secondLayer), [input]).Outputs,
            ]);
    }

    private static Network Single(string path, string layer, NodeRole role = NodeRole.Whole)
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(1, 4, 8, 8));
        return builder.Build(
            "net", builder.Add(path, LayerText.Layer(layer), [input], position: null, role).Outputs);
    }

    private static IReadOnlyList<LayerDifference> Compare(
        Network before, Network after, string convention = "exact", bool isAll = false) =>
        [.. NetworkComparison.Compare(before, after, ConventionCatalog.Get(convention), isAll)];
}
