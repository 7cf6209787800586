using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Layers;
using FlopsPS.Networks;
using static FlopsPS.Core.Tests.Nets;

namespace FlopsPS.Core.Tests.Networks;

public class NetworkBuilderTests
{
    private readonly NetworkBuilder _builder = new();

    [Fact]
    public void Two_inputs_of_one_name_are_refused()
    {
        _builder.AddInput("image", Shape(1, 3));

        var error = Assert.Throws<NetworkException>(() => _builder.AddInput("image", Shape(1, 3)));

        Assert.Equal((ErrorCode.ManifestInvalid, "two inputs are named 'image'"), (error.Code, error.Message));
    }

    [Fact]
    public void Two_layers_of_one_path_are_refused()
    {
        Tensor input = _builder.AddInput("input", Shape(1, 3));
        _builder.Add("stage/relu", Layer("relu"), [input]);

        var error = Assert.Throws<NetworkException>(() => _builder.Add("stage/relu", Layer("relu"), [input]));

        Assert.Equal((ErrorCode.ManifestInvalid, "stage/relu"), (error.Code, error.Layer));
    }

    [Fact]
    public void An_error_carries_the_path_and_the_position()
    {
        Tensor input = _builder.AddInput("input", Shape(1, 3));
        Layer conv = Layer("conv", ("out", 3), ("kernel", 3));

        var error = Assert.Throws<NetworkException>(
            () => _builder.Add("stage/conv", conv, [input], new SourcePosition("net.yaml", 4, 5)));

        Assert.StartsWith("net.yaml(4,5): layer 'stage/conv': ", error.Message);
        Assert.Equal(0, _builder.Count);
    }

    // 4*3 weights and 3 biases for each layer that has its own.
    [Fact]
    public void A_shared_layer_runs_with_the_weights_of_an_earlier_one_of_its_kind()
    {
        Tensor input = _builder.AddInput("input", Shape(1, 4));
        _builder.Add("first", Layer("linear", ("out", 3)), [input]);
        _builder.Add("second", Layer("linear", ("out", 3)), [input], role: NodeRole.Shared);
        Node third = _builder.Add("third", Layer("linear", ("out", 3)), [input]);
        Network network = _builder.Build("net", third.Outputs);

        Assert.Equal([false, true, false], network.Nodes.Select(node => node.IsShared));
        Assert.Equal(2 * 15, network.Parameters);
        Assert.Equal((2 * 15, 3 * 12), (Cost(network).Parameters, Cost(network).Macs));
        Assert.Equal(2 * 15, Cost(network.With(new() { BatchSize = 2 })).Parameters);
    }

    [Theory]
    [InlineData("linear", 2, "linear weight 8, bias 2")]
    [InlineData("prelu", 1, "prelu weight 1")]
    public void Weights_that_no_earlier_layer_has_cannot_be_shared(string kind, int size, string weights)
    {
        Tensor input = _builder.AddInput("input", Shape(1, 4));
        _builder.Add("first", Layer("linear", ("out", 3)), [input]);
        Layer layer = kind == "linear" ? Layer(kind, ("out", size)) : Layer(kind);

        var error = Assert.Throws<NetworkException>(
            () => _builder.Add("second", layer, [input], role: NodeRole.Shared));

        Assert.Equal((ErrorCode.ShapeMismatch, "second"), (error.Code, error.Layer));
        Assert.EndsWith("no earlier layer has such weights: " + weights, error.Message);
    }

    [Fact]
    public void A_layer_that_came_after_the_first_that_shares_can_be_shared()
    {
        Tensor input = _builder.AddInput("input", Shape(1, 4));
        _builder.Add("free", Layer("relu"), [input], role: NodeRole.Shared);
        _builder.Add("first", Layer("linear", ("out", 3)), [input]);

        Node second = _builder.Add("second", Layer("linear", ("out", 3)), [input], role: NodeRole.Shared);

        Assert.True(second.IsShared);
    }

    [Fact]
    public void A_network_of_more_layers_than_allowed_is_refused()
    {
        var builder = new NetworkBuilder(maximum: 2);
        Tensor input = builder.AddInput("input", Shape(1, 3));
        builder.Add("a", Layer("identity"), [input]);
        builder.Add("b", Layer("identity"), [input]);

        var error = Assert.Throws<NetworkException>(() => builder.Add("c", Layer("identity"), [input]));

        Assert.Equal((ErrorCode.NetworkTooLarge, "c"), (error.Code, error.Layer));
        Assert.Equal(1_000_000, NetworkBuilder.MaximumNodes);
    }

    [Fact]
    public void An_input_keeps_the_layout_it_was_written_in()
    {
        _builder.AddInput("photo", Shape(1, 3, 8, 8), "NHWC");
        _builder.AddInput("map", Shape(1, 3, 8, 8));

        Network network = _builder.Build("net", []);

        Assert.Equal(["NHWC", "NCHW"], network.Inputs.Select(input => input.Layout));
    }

    [Fact]
    public void A_network_without_inputs_has_a_batch_of_one() => Assert.Equal(1, _builder.Build("net", []).BatchSize);

    [Fact]
    public void A_network_is_rebuilt_by_the_template_it_was_made_of()
    {
        Network network = _builder.Build("net", [], new Template());

        Assert.Equal(["width"], network.ParameterNames);
        Assert.Equal("rebuilt", network.With(new() { BatchSize = 2 }).Name);
    }

    [Fact]
    public void A_tensor_knows_the_node_that_makes_it()
    {
        Tensor input = _builder.AddInput("input", Shape(1, 4));
        Node split = _builder.Add("split", Layer("split", ("parts", 2)), [input]);
        Node add = _builder.Add("add", Layer("add"), split.Outputs);

        Assert.Null(input.Producer);
        Assert.All(split.Outputs, tensor => Assert.Same(split, tensor.Producer));
        Assert.Equal(2, _builder.Count);
        Assert.Equal("1x2", _builder.Build("net", add.Outputs).OutputShape);
    }

    [Fact]
    public void A_chain_names_its_layers_by_kind()
    {
        Network network = Chain(Shape(2, 3, 8, 8), Layer("relu"), Layer("relu"), Layer("flatten"));

        Assert.Equal(["relu", "relu2", "flatten"], network.Nodes.Select(node => node.Path));
        Assert.Equal(("2x3x8x8", "2x192", 2), (network.InputShape, network.OutputShape, network.BatchSize));
        Assert.Equal("net (3 layers)", network.ToString());
    }

    private sealed class Template : NetworkTemplate
    {
        public override string Name => "template";

        public override IReadOnlyList<string> ParameterNames => ["width"];

        public override Network Build(NetworkRequest request, CancellationToken cancellation) =>
            new NetworkBuilder().Build("rebuilt", []);
    }
}
