using System.Linq;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Core.Tests.Operations;

/// <summary>The facts that operations carry, and what they are called in lists of uncounted ones.</summary>
public class OperationTests
{
    [Fact]
    public void A_regular_contraction_has_a_product_per_output_and_term()
    {
        var contraction = Contraction.Of(ContractionForm.Linear, Nets.Shape(2, 3), terms: 5, hasBias: true);

        Assert.Equal((2 * 3, 5, 2 * 3 * 5), (contraction.Outputs, contraction.Terms, contraction.Products));
        Assert.Equal((2 * 3, 2 * 3), (contraction.Accumulators, contraction.Meetings));
        Assert.True(contraction.IsRegular && contraction.HasBias);
    }

    [Fact]
    public void An_input_of_a_transposed_convolution_meets_every_weight_of_its_channel()
    {
        var contraction = Contraction.Transposed(Nets.Shape(1, 2, 9), inputs: 7, terms: 6, accumulators: 8, false);

        Assert.Equal((7 * 6, 7, 8), (contraction.Products, contraction.Meetings, contraction.Accumulators));
        Assert.False(contraction.IsRegular || contraction.HasBias);
    }

    [Theory]
    [InlineData("batchnorm", "2x4x3", NormalizationForm.BatchNorm)]
    [InlineData("layernorm", "2x4x3", NormalizationForm.LayerNorm)]
    [InlineData("groupnorm groups=2", "2x4x3", NormalizationForm.GroupNorm)]
    [InlineData("instancenorm", "2x4x3", NormalizationForm.InstanceNorm)]
    [InlineData("rmsnorm", "2x4x3", NormalizationForm.RmsNorm)]
    public void A_normalisation_knows_what_shares_its_statistics(string layer, string input, NormalizationForm form) =>
        Assert.Equal(
            form,
            Nets.Lowered(LayerText.Layer(layer), LayerText.Shape(input)).Operations.OfType<Normalization>().Single().Form);

    [Theory]
    [InlineData("adaptiveavgpool size=2", true)]
    [InlineData("globalmaxpool", true)]
    [InlineData("maxpool kernel=2", false)]
    public void A_pool_knows_whether_its_windows_follow_from_its_output(string layer, bool isAdaptive) => Assert.Equal(
        isAdaptive,
        Nets.Lowered(LayerText.Layer(layer), Nets.Shape(1, 3, 4, 4)).Operations.OfType<Pooling>().Single().IsAdaptive);

    [Fact]
    public void Without_terms_nothing_meets_and_nothing_is_added()
    {
        var contraction = Contraction.Of(ContractionForm.MatMul, Nets.Shape(2, 3), terms: 0, hasBias: false);

        Assert.Equal((0, 0, 0), (contraction.Meetings, contraction.Products, contraction.Accumulators));
        Assert.False(contraction.IsRegular);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 6)]
    public void A_sum_of_nothing_takes_no_step_but_the_bias(bool hasBias, long flops)
    {
        var sums = Contraction.Of(ContractionForm.Linear, Nets.Shape(2, 3), terms: 0, hasBias);

        CostRow row = Nets.Cost(Stated(StatedKind.Layer("empty", sums)));

        Assert.Equal((0, flops), (row.Macs, row.Flops));
    }

    [Fact]
    public void What_receives_no_product_adds_none()
    {
        var contraction = Contraction.Transposed(Nets.Shape(1, 2, 9), inputs: 0, terms: 6, accumulators: 8, false);

        Assert.Equal(0, contraction.Accumulators);
    }

    [Fact]
    public void Rows_and_sums_of_nothing_are_none()
    {
        Assert.Equal((0, 0), (new Softmax(4, 0).Rows, new Softmax(4, 0).Elements));
        Assert.Equal((0, 0), (new Reduction(0, 4).Inputs, new Reduction(0, 4).Outputs));
    }

    [Theory]
    [InlineData(ContractionForm.Convolution, "convolution")]
    [InlineData(ContractionForm.TransposedConvolution, "transposed convolution")]
    [InlineData(ContractionForm.Linear, "linear")]
    [InlineData(ContractionForm.MatMul, "matmul")]
    public void A_contraction_is_called_like_its_form_unless_it_has_a_name(ContractionForm form, string name)
    {
        Assert.Equal(name, Contraction.Of(form, Nets.Shape(1), 1, hasBias: false).Name);
        Assert.Equal("scores", Contraction.Of(form, Nets.Shape(1), 1, hasBias: false, "scores").Name);
        Assert.Equal(name, Contraction.Masked(form, Nets.Shape(1), 1, 1, 1).Name);
        Assert.Equal("scores", Contraction.Masked(form, Nets.Shape(1), 1, 1, 1, "scores").Name);
    }

    [Theory]
    [InlineData(PoolingForm.Max, false, "max pool")]
    [InlineData(PoolingForm.Average, false, "average pool")]
    [InlineData(PoolingForm.Max, true, "adaptive max pool")]
    [InlineData(PoolingForm.Average, true, "adaptive average pool")]
    public void A_pooling_is_called_like_its_form(PoolingForm form, bool isAdaptive, string name) =>
        Assert.Equal(name, new Pooling(form, isAdaptive, outputs: 1, taps: 1, inputs: 1).Name);

    [Fact]
    public void An_elementwise_function_is_called_like_itself_unless_it_has_a_name()
    {
        Assert.Equal("add", new Elementwise(ElementwiseFunction.Add, 1).Name);
        Assert.Equal("position bias", new Elementwise(ElementwiseFunction.Add, 1, 2, "position bias").Name);
    }

    private static Network Stated(Layer layer)
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(2, 0), mayBeEmpty: true);
        return builder.Build("empty", [builder.AddStated("a", layer, [input], [Nets.Shape(2, 3)], []).Outputs[0]]);
    }
}
