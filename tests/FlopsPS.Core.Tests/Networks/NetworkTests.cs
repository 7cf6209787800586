using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using static FlopsPS.Core.Tests.Nets;

namespace FlopsPS.Core.Tests.Networks;

/// <summary>A network of plain layers behind other inputs.</summary>
public class NetworkTests
{
    [Fact]
    public void A_network_whose_input_is_a_single_value_has_a_batch_of_1()
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("value", Nets.Shape());

        Assert.Equal(1, builder.Build("net", [input]).BatchSize);
    }

    [Fact]
    public void A_shape_without_axes_is_called_a_scalar()
    {
        var builder = new NetworkBuilder();
        Tensor rate = builder.AddInput("rate", Nets.Shape());
        Tensor sound = builder.AddInput("sound", Nets.Shape(1, 512));
        Network network = builder.Build("net", [rate]);

        Assert.Equal(("scalar, 1x512", "scalar"), (network.InputShape, network.OutputShape));
        Assert.Equal(512, sound.Shape.Elements);
    }

    private static readonly Network s_chain =
        Chain(Shape(1, 3, 8, 8), Layer("conv", ("out", 4), ("kernel", 3)), Layer("split", ("parts", 2)));

    private static readonly Network s_sum = Of(Layer("add"), Shape(1, 3), Shape(1, 3));

    [Fact]
    public void The_batch_and_the_shape_can_change()
    {
        Network wide = s_chain.With(new() { InputShapes = Only(Shape(1, 3, 8, 20)), BatchSize = 5 });

        Assert.Equal(("5x3x8x20", "5x2x6x18, 5x2x6x18"), (wide.InputShape, wide.OutputShape));
        Assert.Equal(s_chain.Nodes.Select(node => node.Path), wide.Nodes.Select(node => node.Path));
        Assert.Equal("1x3x8x8", s_chain.InputShape);
    }

    // 4*3*3*3 weights and 4 biases; batch normalisation adds 2*4 that are trained and 2*4 that are not.
    [Fact]
    public void Parameters_are_the_weights_that_are_trained() => Assert.Equal(
        112 + 8,
        Chain(Shape(1, 3, 8, 8), Layer("conv", ("out", 4), ("kernel", 3)), Layer("batchnorm")).Parameters);

    [Fact]
    public void Parameters_that_leave_64_bits_are_an_error_that_names_the_layer()
    {
        Layer huge = Layer("embedding", ("num", long.MaxValue / 2), ("dim", 1));
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Shape(1, 3));
        builder.Add("first", huge, [input]);
        builder.Add("second", huge, [input]);
        Network network = builder.Build("net", builder.Add("third", huge, [input]).Outputs);

        var error = Assert.Throws<NetworkException>(() => network.Parameters);

        Assert.Equal((ErrorCode.CountOverflow, "third"), (error.Code, error.Layer));
    }

    [Fact]
    public void Layers_alone_come_from_nowhere() => Assert.Equal(
        ("", null, "", ""), (s_chain.Family, s_chain.Year, s_chain.Paper, s_chain.Implementation));

    [Fact]
    public void A_network_of_layers_alone_keeps_its_source()
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Shape(1, 3));
        var source = new NetworkSource { Family = "A", Year = 2015, Paper = "B", Implementation = "C" };
        Network network = builder.Build("net", builder.Add("relu", Layer("relu"), [input]).Outputs, source: source)
            .With(new() { BatchSize = 2 });

        Assert.Equal(
            ("A", 2015, "B", "C"), (network.Family, network.Year, network.Paper, network.Implementation));
    }

    [Fact]
    public void A_request_that_changes_nothing_gives_the_same_network() =>
        Assert.Same(s_chain, s_chain.With(NetworkRequest.None));

    [Fact]
    public void An_input_is_found_by_its_name()
    {
        Network changed = s_sum.With(new()
        {
            InputShapes = new Dictionary<string, TensorShape> { ["input1"] = Shape(1, 1) },
        });

        Assert.Equal("1x3, 1x1", changed.InputShape);
    }

    [Theory]
    [InlineData("input9", "the network has no input 'input9': its inputs are input0, input1")]
    [InlineData("", "the network has several inputs, so say which shape is for which: its inputs are input0, input1")]
    public void A_shape_for_no_input_is_refused(string name, string reason)
    {
        var request = new NetworkRequest
        {
            InputShapes = new Dictionary<string, TensorShape> { [name] = Shape(1, 3) },
        };

        var error = Assert.Throws<NetworkException>(() => s_sum.With(request));

        Assert.Equal((ErrorCode.ParameterInvalid, reason), (error.Code, error.Message));
    }

    [Fact]
    public void Plain_layers_have_no_parameters_to_set()
    {
        var request = new NetworkRequest { Parameters = new Dictionary<string, object> { ["width"] = 2L } };

        var error = Assert.Throws<NetworkException>(() => s_chain.With(request));

        Assert.Equal(
            (ErrorCode.ParameterInvalid, "'width' cannot be set: 'net' has no parameters"),
            (error.Code, error.Message));
        Assert.Empty(s_chain.ParameterNames);
    }

    [Fact]
    public void A_shape_that_no_longer_fits_names_the_layer()
    {
        var error = Assert.Throws<NetworkException>(
            () => s_chain.With(new() { InputShapes = Only(Shape(1, 3, 2, 2)) }));

        Assert.Equal((ErrorCode.ShapeMismatch, "conv"), (error.Code, error.Layer));
    }

    [Fact]
    public void Rebuilding_stops_when_the_caller_gives_up() => Assert.Throws<System.OperationCanceledException>(
        () => s_chain.With(new() { BatchSize = 2 }, new CancellationToken(canceled: true)));

    private static Dictionary<string, TensorShape> Only(TensorShape shape) => new() { [string.Empty] = shape };
}
