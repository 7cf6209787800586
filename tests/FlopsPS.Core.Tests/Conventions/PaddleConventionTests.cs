using System.Linq;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>paddle.flops: the table that its documentation prints, and single layers by its functions.</summary>
public class PaddleConventionTests
{
    [Fact]
    public void The_LeNet_of_the_documentation_is_counted_as_it_is_printed_there()
    {
        string[] layers =
        [
            "conv out=6 kernel=3 padding=1", "relu", "maxpool kernel=2",
            "conv out=16 kernel=5", "relu", "maxpool kernel=2",
            "flatten", "linear out=120", "linear out=84", "linear out=10",
        ];
        Network network = Nets.Chain(Nets.Shape(1, 1, 28, 28), [.. layers.Select(LayerText.Layer)]);

        CostRow[] rows = [.. Nets.Rows(network, "paddle", CostGrouping.Layer)];
        CostRow total = Nets.Cost(network, "paddle");

        Assert.Equal(
            [(60, 47_040), (2_416, 241_600), (48_120, 48_000), (10_164, 10_080), (850, 840)],
            rows.Where(row => row.Parameters > 0).Select(row => (row.Parameters, row.Macs!.Value)));
        Assert.Equal((61_610, 347_560, null), (total.Parameters, total.Macs, total.Flops));
        Assert.Equal("max pool x2", total.Uncounted);
    }

    [Theory]
    // count_convNd: outputs * (x.shape[1] / groups * kernel + bias), transposed or not
    [InlineData("conv out=8 kernel=3 groups=2", "2x4x9", 2 * 8 * 7 * ((4 / 2 * 3) + 1))]
    [InlineData("conv out=8 kernel=3 bias=false", "1x4x5x5x5", 8 * 3 * 3 * 3 * 4 * 27)]
    [InlineData("convtranspose out=6 kernel=2 stride=2 groups=2", "1x4x5x5", 6 * 10 * 10 * ((4 / 2 * 4) + 1))]
    // count_linear: weight.shape[0] * outputs
    [InlineData("linear out=6", "2x5x4", 4 * 2 * 5 * 6)]
    // count_bn: 2 per element
    [InlineData("batchnorm affine=false", "2x3x4x4", 2 * 2 * 3 * 4 * 4)]
    // count_leaky_relu, count_avgpool: 1 per input, 1 per output
    [InlineData("leakyrelu", "2x3x4x4", 2 * 3 * 4 * 4)]
    [InlineData("avgpool kernel=3", "1x3x9x9", 3 * 3 * 3)]
    // count_adap_avgpool: outputs * (product of in // out + 1)
    [InlineData("adaptiveavgpool size=2,3", "1x4x7x7", 4 * 2 * 3 * ((3 * 2) + 1))]
    [InlineData("globalavgpool", "1x4x7x7", 4 * ((7 * 7) + 1))]
    // Four Linear sublayers; what is between them is not seen.
    [InlineData("attention heads=2", "1x5x8", 4 * 5 * 8 * 8)]
    public void A_layer_is_counted_by_its_function(string layer, string input, long macs) =>
        Assert.Equal(macs, Cost(layer, input).Macs);

    [Theory]
    [InlineData("batchnorm", "2x3x4")]
    [InlineData("batchnorm", "1x3x4x4x4")]
    [InlineData("layernorm", "2x5x4")]
    [InlineData("lstm hidden=3", "1x5x4")]
    [InlineData("softmax", "2x5")]
    [InlineData("maxpool kernel=2", "1x3x4x4")]
    public void A_layer_without_a_function_is_named(string layer, string input) =>
        LayerCase.IsUncounted(layer, input, "paddle");

    [Theory]
    [InlineData("batchnorm", "1x3x4x4", 4 * 3)]
    [InlineData("batchnorm affine=false", "1x3x4x4", 2 * 3)]
    [InlineData("parameter shape=3,4,4", "1x3x4x4", 0)]
    [InlineData("embedding num=10 dim=4", "1x5", 10 * 4)]
    // RNNBase.forward calls the operator rnn, not the layers that hold the weights.
    [InlineData("lstm hidden=3", "1x5x4", 0)]
    public void Parameters_are_those_of_the_layers_that_run(string layer, string input, long parameters) =>
        Assert.Equal(parameters, Cost(layer, input).Parameters);

    private static CostRow Cost(string layer, string input) => LayerCase.Cost(layer, input, "paddle");
}
