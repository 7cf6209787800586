using System;
using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Layers whose operations, outputs and weights a file states.</summary>
public class StatedKindTests
{
    private static readonly Layer s_layer = StatedKind.Layer(
        "Fused", Contraction.Of(ContractionForm.Linear, Nets.Shape(2, 5), terms: 3, hasBias: false), new Movement("copy"));

    [Fact]
    public void A_stated_layer_is_what_its_file_says()
    {
        Network network = Stated(s_layer, new Weight("W", 15), new Weight("M", 7, WeightRole.Buffer));

        CostRow row = Nets.Cost(network);

        Assert.Equal((2 * 5 * 3, 15), (row.Macs, row.Parameters));
        Assert.Equal("2x5", network.OutputShape);
        Assert.Equal(["W", "M"], network.Nodes[0].Weights!.Select(weight => weight.Name));
    }

    [Fact]
    public void The_weights_of_a_file_stand_in_for_those_of_a_layer()
    {
        // 3*5 weights and 5 biases are stored elsewhere; what the file lists is 4 values.
        Network network = Stated(Nets.Layer("linear", ("out", 5)), new Weight("scale", 4));

        Assert.Equal((2 * 5 * 3, 4), (Nets.Cost(network).Macs, network.Parameters));
    }

    [Fact]
    public void A_path_that_is_taken_is_refused_with_the_place()
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(2, 3));
        builder.AddStated("a", s_layer, [input], [Nets.Shape(2, 5)], []);

        var error = Assert.Throws<NetworkException>(() => builder.AddStated(
            "a", s_layer, [input], [Nets.Shape(2, 5)], [], new SourcePosition("net.onnx", 3, 1)));

        Assert.Equal(("a", 3), (error.Layer, error.Position?.Line));
    }

    [Fact]
    public void A_stated_layer_infers_no_shape()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Nets.Of(s_layer, Nets.Shape(2, 3)));

        Assert.Contains("Fused", error.Message);
    }

    private static Network Stated(Layer layer, params Weight[] weights)
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(2, 3));
        return builder.Build(
            "net", builder.AddStated("layer", layer, [input], [Nets.Shape(2, 5)], weights).Outputs);
    }
}
