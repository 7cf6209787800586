using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Parameters and buffers, with the arithmetic written out.</summary>
public class WeightsTests
{
    [Theory]
    [InlineData("conv out=64 kernel=7 stride=2 padding=3 bias=false", "1x3x224x224", 64 * 3 * 7 * 7, 0)]
    [InlineData("conv out=33 kernel=3", "1x16x50", (33 * 16 * 3) + 33, 0)]
    [InlineData("conv out=33 kernel=3,5,2", "1x16x10x50x100", (33 * 16 * 3 * 5 * 2) + 33, 0)]
    [InlineData("conv out=32 kernel=3 groups=4", "1x16x8x8", (32 * (16 / 4) * 9) + 32, 0)]
    [InlineData("conv out=32 kernel=3 groups=depthwise bias=false", "1x32x8x8", 32 * 9, 0)]
    [InlineData("convtranspose out=33 kernel=3 stride=2", "1x16x50x100", (16 * 33 * 9) + 33, 0)]
    [InlineData("convtranspose out=32 kernel=2 groups=4 bias=false", "1x16x5x5", 16 * (32 / 4) * 4, 0)]
    [InlineData("linear out=64", "1x128", (128 * 64) + 64, 0)]
    [InlineData("linear out=64 bias=false", "8x7x128", 128 * 64, 0)]
    [InlineData("batchnorm", "8x64x7x7", 2 * 64, 2 * 64)]
    [InlineData("batchnorm affine=false", "8x64x7x7", 0, 2 * 64)]
    [InlineData("batchnorm track=false", "8x64", 2 * 64, 0)]
    [InlineData("instancenorm", "8x64x7x7", 0, 0)]
    [InlineData("instancenorm affine=true track=true", "8x64x7x7", 2 * 64, 2 * 64)]
    [InlineData("layernorm", "8x197x768", 2 * 768, 0)]
    [InlineData("layernorm bias=false", "8x197x768", 768, 0)]
    [InlineData("layernorm axes=3", "8x5x10x10", 2 * 5 * 10 * 10, 0)]
    [InlineData("layernorm affine=false", "8x197x768", 0, 0)]
    [InlineData("groupnorm groups=2", "8x64x7x7", 2 * 64, 0)]
    [InlineData("prelu", "8x64x7x7", 1, 0)]
    [InlineData("prelu num_parameters=64", "8x64x7x7", 64, 0)]
    [InlineData("prelu num_parameters=channels", "8x64x7x7", 64, 0)]
    [InlineData("parameter shape=197,768", "8x197x768", 197 * 768, 0)]
    [InlineData("custom parameters=1000 macs=0 flops=0", "8x64", 1000, 0)]
    [InlineData("relu", "8x64", 0, 0)]
    [InlineData("maxpool kernel=2", "8x64x4x4", 0, 0)]
    public void A_layer_stores(string layer, string input, long parameters, long buffers)
    {
        CostRow row = Nets.Cost(Nets.Of(LayerText.Layer(layer), LayerText.Shape(input)));

        Assert.Equal((parameters, buffers), (row.Parameters, row.Buffers));
    }

    [Fact]
    public void Stored_statistics_of_an_instance_normalisation_need_no_means()
    {
        Network network = Nets.Of(LayerText.Layer("instancenorm track=true"), Nets.Shape(8, 64, 7, 7));

        // subtract and divide per element; add epsilon and root per channel
        Assert.Equal((2 * 8 * 64 * 7 * 7) + (2 * 64), Nets.Cost(network, "full").Flops);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("multiply")]
    public void Weights_that_stretch_the_input_cost_a_step_per_output(string join)
    {
        Network network = Nets.Of(LayerText.Layer($"parameter shape=5,768 join={join}"), Nets.Shape(2, 1, 768));

        Assert.Equal(2 * 5 * 768, Nets.Cost(network, "full").Flops);
    }

    [Fact]
    public void A_custom_layer_states_its_cost_per_sample()
    {
        Network network = Nets.Of(LayerText.Layer("custom macs=100 flops=250"), Nets.Shape(8, 64));

        Assert.Equal((8 * 100, 8 * 250), (Nets.Cost(network).Macs, Nets.Cost(network).Flops));
    }
}
