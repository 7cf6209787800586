namespace FlopsPS.Core.Tests.Layers;

/// <summary>Matrix products and bilinear forms; the examples of torch.matmul and torch.nn.Bilinear.</summary>
public class ProductTests
{
    [Theory]
    [InlineData("matmul", "10x3x4 + 10x4x5", "10x3x5 NTF")]
    [InlineData("matmul", "10x3x4 + 4x5", "10x3x5 NTF")]
    [InlineData("matmul", "3x4 + 10x4x5", "10x3x5 NTF")]
    [InlineData("matmul", "7x1x3x4 N?TF + 6x4x5", "7x6x3x5 N?TF")]
    [InlineData("matmul", "1x2x3x4 N?TF + 1x2x4x5", "1x2x3x5 N?TF")] // of equal ranks the first names the axes
    [InlineData("matmul transpose_b=true", "10x3x4 + 10x5x4", "10x3x5 NTF")]
    [InlineData("matmul transpose_a=true", "10x4x3 + 10x4x5", "10x3x5 NTF")]
    [InlineData("matmul transpose_a=true transpose_b=true", "4x3 + 5x4", "3x5 NF")]
    [InlineData("bilinear out=40", "128x20 + 128x30", "128x40 NF")]
    [InlineData("bilinear out=40", "128x7x20 + 128x7x30", "128x7x40 NTF")]
    public void A_product_has_the_documented_shape(string layer, string inputs, string output) =>
        LayerCase.Makes(layer, inputs, output);

    [Theory]
    [InlineData("matmul", "10x3x4 + 10x4x5", 10 * 3 * 5 * 4)]
    [InlineData("matmul", "10x3x4 + 4x5", 10 * 3 * 5 * 4)]
    [InlineData("matmul transpose_a=true", "4x3 + 4x5", 3 * 5 * 4)]
    [InlineData("bilinear out=40", "2x20 + 2x30", 2 * ((40 * 20 * 30) + (20 * 30)))] // all products are fewest: 600
    [InlineData("bilinear out=4", "2x20 + 2x30", 2 * ((4 * 20 * 30) + (4 * 20)))] // the longer input first
    [InlineData("bilinear out=4", "2x30 + 2x20", 2 * ((4 * 20 * 30) + (4 * 20)))]
    public void Every_term_is_a_product(string layer, string inputs, long macs) =>
        Assert.Equal(macs, LayerCase.Cost(layer, inputs).Macs);

    [Theory]
    [InlineData("matmul", "2x3x4 + 2x4x5", 0)]
    [InlineData("bilinear out=40", "128x20 + 128x30", (40 * 20 * 30) + 40)]
    [InlineData("bilinear out=40 bias=false", "128x20 + 128x30", 40 * 20 * 30)]
    public void Only_a_bilinear_form_is_learned(string layer, string inputs, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, inputs).Parameters);

    [Theory]
    [InlineData("matmul", "10x3x4 + 10x5x4", "10x3x4 and 10x5x4 cannot be multiplied: the rows of the first have 4")]
    [InlineData("matmul", "10x3x4 + 10x5x4", "the columns of the second 5")]
    [InlineData("matmul", "10x3x4 + 7x4x5", "cannot be joined element by element")]
    [InlineData("matmul", "10 + 10x4x5", "10 comes in, but rows and columns are needed")]
    [InlineData("matmul", "4x4 + 4", "4 comes in, but rows and columns are needed")]
    [InlineData("matmul", "4x4", "matmul takes 2 tensors, but 1")]
    [InlineData("bilinear out=4", "2x3", "bilinear takes 2 tensors, but 1")]
    [InlineData("bilinear out=4", "3 + 2x3", "3 comes in, but a batch and features are needed")]
    [InlineData("bilinear out=4", "2x3 + 3", "3 comes in, but a batch and features are needed")]
    [InlineData("bilinear out=4", "2x3 + 5x3", "2x3 and 5x3 do not go together: all axes but the last must agree")]
    public void Factors_that_do_not_go_together_are_refused(string layer, string inputs, string reason) =>
        LayerCase.DoesNotFit(layer, inputs, reason);
}
