using System.Linq;
using FlopsPS.Layers;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Softmax and its relatives, gated units, root mean square normalisation and the activations.</summary>
public class FunctionTests
{
    public static TheoryData<string> Activations =>
        [.. LayerCatalog.Kinds.Where(kind => kind is ActivationKind).Select(kind => kind.Name)];

    [Theory]
    [InlineData("softmax axis=1", "2x3", "2x3 NF")]
    [InlineData("softmin axis=1", "2x3", "2x3 NF")]
    [InlineData("logsoftmax axis=1", "2x3", "2x3 NF")]
    [InlineData("softmax2d", "2x3x12x13", "2x3x12x13 NCHW")]
    [InlineData("glu", "4x2", "4x1 NF")]
    [InlineData("glu axis=channels", "4x6x5x5", "4x3x5x5 NCHW")]
    [InlineData("rmsnorm axes=2", "2x2x3", "2x2x3 NTF")]
    [InlineData("localresponsenorm size=2", "32x5x24x24", "32x5x24x24 NCHW")]
    public void The_output_has_the_documented_shape(string layer, string input, string output) =>
        LayerCase.Makes(layer, input, output);

    // A row of n: n - 1 comparisons, n differences, n exponentials, n - 1 sums, n quotients.
    [Theory]
    [InlineData("softmax", "2x3", 2 * (2 + 3 + 3 + 2 + 3))]
    [InlineData("softmax axis=0", "2x3", 3 * (1 + 2 + 2 + 1 + 2))]
    [InlineData("softmin", "2x3", 2 * (2 + 3 + 3 + 2 + 3))]
    [InlineData("logsoftmax", "2x3", 2 * (2 + 3 + 3 + 2 + 1 + 3))] // a logarithm, and differences
    [InlineData("softmax2d", "1x3x1x2", 2 * (2 + 3 + 3 + 2 + 3))] // a row per position
    [InlineData("glu", "5x8", 5 * 4 * (4 + 1))] // sigmoid and product
    [InlineData("rmsnorm affine=false", "2x3", 2 * (3 + 2 + 1 + 2 + 3))] // square, sum, mean, root of + eps, divide
    [InlineData("rmsnorm", "2x3", 2 * (3 + 2 + 1 + 2 + 3 + 3))] // and a weight
    [InlineData("rmsnorm axes=2", "2x2x3", 2 * (6 + 5 + 1 + 2 + 6 + 6))]
    public void Every_step_counts_under_full(string layer, string input, long steps) =>
        Assert.Equal(steps, LayerCase.Cost(layer, input, "full").Flops);

    [Theory]
    [InlineData("rmsnorm", "2x4x768", 768)]
    [InlineData("rmsnorm axes=2", "2x4x768", 4 * 768)]
    [InlineData("rmsnorm affine=false", "2x4x768", 0)]
    [InlineData("glu", "2x4", 0)]
    [InlineData("logsoftmax", "2x4", 0)]
    public void A_scale_is_learned_but_no_shift(string layer, string input, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, input).Parameters);

    [Theory]
    [InlineData("glu", "4x3", "3 elements on axis 1 of 4x3 cannot be split into 2 halves")]
    [InlineData("glu axis=2", "4x3", "4x3 has no axis 2")]
    [InlineData("softmin axis=2", "4x3", "4x3 has no axis 2")]
    [InlineData("logsoftmax axis=height", "4x3", "4x3 has no axis height")]
    [InlineData("softmax2d", "4x3x5", "4x3x5 comes in, but a batch, channels, height and width are needed")]
    [InlineData("rmsnorm axes=2", "4x3", "2 axes are to be normalised behind the batch, but 4x3 has 2 in all")]
    public void What_does_not_fit_is_refused(string layer, string input, string reason) =>
        LayerCase.DoesNotFit(layer, input, reason);

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_keeps_the_shape_and_is_free_where_only_contractions_count(string name)
    {
        LayerCase.Makes(name, "2x3x4x5", "2x3x4x5 NCHW");

        Assert.Equal(0, LayerCase.Cost(name, "2x3x4x5").Flops);
        Assert.True(LayerCase.Cost(name, "2x3x4x5", "full").Flops > 0);
    }
}
