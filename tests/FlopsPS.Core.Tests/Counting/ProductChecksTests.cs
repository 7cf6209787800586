using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Tensors;
using static FlopsPS.Core.Tests.Nets;

namespace FlopsPS.Core.Tests.Counting;

/// <summary>The figures that the study note works out by hand.</summary>
public class ProductChecksTests
{
    private static readonly Layer s_conv = Layer("conv", ("out", 16), ("kernel", 5), ("padding", "same"));
    private static readonly Layer s_linear = Layer("linear", ("out", 64));

    [Theory]
    [InlineData("exact", 16 * 28 * 28 * (75 + 74 + 1))]
    [InlineData("exact-nobias", 16 * 28 * 28 * (75 + 74))]
    [InlineData("mac", 2 * 16 * 28 * 28 * 75)]
    [InlineData("molchanov", 2 * 28 * 28 * ((3 * 25) + 1) * 16)]
    [InlineData("full", 16 * 28 * 28 * (75 + 74 + 1))]
    public void A_5x5_convolution_from_3_to_16_channels_on_28x28(string convention, long flops)
    {
        CostRow row = Cost(Of(s_conv, Shape(1, 3, 28, 28)), convention);

        Assert.Equal((16 * 5 * 5 * 3) + 16, row.Parameters);
        Assert.Equal(16 * 28 * 28 * 75, row.Macs);
        Assert.Equal(flops, row.Flops);
        Assert.Equal("1x16x28x28", row.OutputShape);
        Assert.Equal(16 * 28 * 28, row.Activations);
    }

    [Theory]
    [InlineData("exact", 64 * (128 + 127 + 1))]
    [InlineData("exact-nobias", 64 * (128 + 127))]
    [InlineData("mac", 2 * 128 * 64)]
    [InlineData("molchanov", ((2 * 128) - 1) * 64)]
    [InlineData("full", 64 * (128 + 127 + 1))]
    public void A_fully_connected_layer_from_128_to_64(string convention, long flops)
    {
        CostRow row = Cost(Of(s_linear, Shape(1, 128)), convention);

        Assert.Equal((128 * 64) + 64, row.Parameters);
        Assert.Equal(128 * 64, row.Macs);
        Assert.Equal(flops, row.Flops);
    }

    [Fact]
    public void The_figures_are_those_of_the_note()
    {
        CostRow conv = Cost(Of(s_conv, Shape(1, 3, 28, 28)));
        CostRow linear = Cost(Of(s_linear, Shape(1, 128)));

        Assert.Equal((1_216, 940_800, 1_881_600), (conv.Parameters, conv.Macs, conv.Flops));
        Assert.Equal(1_869_056, Cost(Of(s_conv, Shape(1, 3, 28, 28)), "exact-nobias").Flops);
        Assert.Equal((8_256, 8_192, 16_384), (linear.Parameters, linear.Macs, linear.Flops));
        Assert.Equal(16_320, Cost(Of(s_linear, Shape(1, 128)), "exact-nobias").Flops);
    }

    [Theory]
    [InlineData("exact")]
    [InlineData("exact-nobias")]
    [InlineData("mac")]
    [InlineData("molchanov")]
    [InlineData("full")]
    public void The_batch_multiplies_operations_but_not_parameters(string convention)
    {
        CostRow one = Cost(Of(s_conv, Shape(1, 3, 28, 28)), convention);
        CostRow eight = Cost(Of(s_conv, Shape(8, 3, 28, 28)), convention);

        Assert.Equal(8, eight.BatchSize);
        Assert.Equal(one.Parameters, eight.Parameters);
        Assert.Equal(8 * one.Macs, eight.Macs);
        Assert.Equal(8 * one.Flops, eight.Flops);
        Assert.Equal(8 * one.Activations, eight.Activations);
    }

    [Fact]
    public void An_input_as_the_note_writes_it_gives_the_same_figures()
    {
        TensorShape input = Layouts.Canonical([1, 28, 28, 3], "NHWC");

        Assert.Equal(1_881_600, Cost(Of(s_conv, input)).Flops);
    }
}
