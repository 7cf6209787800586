using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Einstein summation; the examples of torch.einsum, and what is said of equations that are none.</summary>
public class EinsumTests
{
    [Theory]
    [InlineData("einsum equation=i;j->ij", "5 + 4", 5 * 4)] // outer product
    [InlineData("einsum equation=bij;bjk->bik", "3x2x5 + 3x5x4", 3 * 2 * 4 * 5)] // batched matrices
    [InlineData("einsum equation=i;i->", "7 + 7", 7)]
    [InlineData("einsum equation=ij;ij->ij", "2x3 + 2x3", 2 * 3)]
    [InlineData("einsum equation=...ij;...jk->...ik", "2x3x4x5 + 2x3x5x6", 2 * 3 * 4 * 6 * 5)]
    [InlineData("einsum equation=...ij;jk", "2x3x4x5 + 5x6", 2 * 3 * 4 * 6 * 5)] // the arrow is implied
    [InlineData("einsum equation=ij;jk", "2x5 + 5x4", 2 * 4 * 5)]
    [InlineData("einsum equation=ii;i->i", "4x4 + 4", 4)] // of the diagonal
    [InlineData("einsum equation=bn;anm;bm->ba", "2x5 + 3x5x4 + 2x4", (2 * 3 * 4 * 5) + (2 * 3 * 4))] // bilinear
    [InlineData("einsum equation=i;i;i->i", "3 + 3 + 3", 3 + 3)]
    [InlineData("einsum equation=ia;ib;c->", "2x3 + 2x5 + 7", (2 * 3 * 5) + 7)] // summed as soon as nothing needs it
    [InlineData("einsum equation=ij;ij->i", "2x3 + 2x1", 2 * 3)] // 1 stretches
    [InlineData("einsum equation=ij->ji", "2x3", 0)]
    [InlineData("einsum equation=ij->", "2x3", 0)]
    public void Products_are_counted_two_operands_at_a_time(string layer, string inputs, long macs) =>
        Assert.Equal(macs, LayerCase.Cost(layer, inputs).Macs);

    [Theory]
    [InlineData("einsum equation=ij->ji", "2x3", 0)] // moved
    [InlineData("einsum equation=ii->i", "4x4", 0)] // the diagonal
    [InlineData("einsum equation=ii", "4x4", 3)] // the trace
    [InlineData("einsum equation=ij->i", "2x3", 2 * 2)]
    [InlineData("einsum equation=ij->", "2x3", 5)]
    public void A_single_operand_is_only_added_up(string layer, string input, long steps) =>
        Assert.Equal(steps, LayerCase.Cost(layer, input, "full").Flops);

    [Theory]
    [InlineData("einsum equation=bij;bjk->bik", "3x2x5 + 3x5x4", "3x2x4 NTF")]
    [InlineData("einsum equation=bij;bjk", "3x2x5 + 3x5x4", "2x4 TF")] // b stands twice, so it is summed
    [InlineData("einsum equation=...ij->...ji", "2x3x4x5", "2x3x5x4 NCWH")]
    [InlineData("einsum equation=...ij->...ji", "2x3", "3x2 FN")] // dots may stand for no axis
    [InlineData("einsum equation=...ij->ji", "2x3x4x5", "5x4 WH")] // what the output lacks is summed
    [InlineData("einsum equation=ba", "2x3", "3x2 FN")] // sorted
    [InlineData("einsum equation=ii", "4x4", "")]
    [InlineData("einsum equation=bqhd;bkhd->bhqk", "2x3x8x16 N?TF + 2x5x8x16 N?TF", "2x8x3x5 NT?F")]
    [InlineData("einsum equation=...i;...i->...i", "4x2x3 + 1x3", "4x2x3 NTF")]
    [InlineData("einsum equation=ab;cd->abcd", "2x3 + 4x5", "2x3x4x5 NF??")]
    public void The_output_has_the_axes_it_names(string layer, string inputs, string output) =>
        LayerCase.Makes(layer, inputs, output);

    [Theory]
    [InlineData("ij->k", "the output names 'k', but no operand does")]
    [InlineData("ij->ii", "the output names 'i' twice")]
    [InlineData("...i->......", "'......' has more than one ...")]
    [InlineData("i->j->k", "it has more than one ->")]
    [InlineData("i1->i", "'1' is not a letter from a to z, a comma, ... or ->")]
    [InlineData("i[", "'[' is not a letter")]
    [InlineData("i{", "'{' is not a letter")]
    [InlineData("i@", "'@' is not a letter")]
    [InlineData("i`", "'`' is not a letter")]
    [InlineData("i.j->ij", "a single '.' has no meaning; an ellipsis is ...")]
    [InlineData("i..j->ij", "a single '.' has no meaning")]
    [InlineData("...i...->i", "'...i...' has more than one ...")]
    public void What_is_no_equation_is_explained(string equation, string reason) => LayerCase.CannotBeMade(
        "einsum equation=" + equation, ErrorCode.ArgumentInvalid, $"equation '{equation}': {reason}");

    [Theory]
    [InlineData("einsum", ErrorCode.ArgumentMissing, "einsum needs 'equation'")]
    public void An_equation_is_needed(string layer, ErrorCode code, string reason) =>
        LayerCase.CannotBeMade(layer, code, reason);

    [Fact]
    public void An_equation_is_a_text()
    {
        var error = Assert.Throws<NetworkException>(() => Nets.Layer("einsum", ("equation", 3)));

        Assert.Equal(ErrorCode.ArgumentInvalid, error.Code);
        Assert.Contains("equation '3' is not a text", error.Message);
    }

    [Theory]
    [InlineData("azAZ;Za->z", "2x3x4x5 + 5x2", "3")] // capitals are other letters
    [InlineData("ij ; jk -> ik", "2x5 + 5x4", "2x4 NF")] // blanks mean nothing
    public void Letters_may_be_capitals_and_stand_apart(string equation, string inputs, string output)
    {
        var layer = Nets.Layer("einsum", ("equation", equation.Replace(';', ',')));

        Assert.Equal(LayerText.Shape(output), Nets.Out(layer, LayerText.Shapes(inputs)));
    }

    [Theory]
    [InlineData("einsum equation=ij;jk->ik", "2x3", "'ij,jk->ik' has operands: 2; tensors come in: 1")]
    [InlineData("einsum equation=ij->i", "2x3x4", "'ij' names 2 axes, but 2x3x4 has 3")]
    [InlineData("einsum equation=...ij->i", "2", "'...ij' names 2 axes, but 2 has 1")]
    [InlineData("einsum equation=ij->i", "", "'ij' names 2 axes, but a single value comes in")]
    [InlineData("einsum equation=ii->i", "2x3", "'i' is a diagonal of 2x3, but its axes have 2 and 3 elements")]
    [InlineData("einsum equation=ii->i", "1x3", "'i' is a diagonal of 1x3, but its axes have 1 and 3 elements")]
    [InlineData("einsum equation=ij;jk->ik", "2x3 + 4x5", "'j' has two sizes, 3 and 4")]
    [InlineData("einsum equation=...i;...i->...i", "2x3 + 4x3", "an axis under ... has two sizes, 2 and 4")]
    public void Tensors_must_have_the_axes_that_the_equation_names(string layer, string inputs, string reason) =>
        LayerCase.DoesNotFit(layer, inputs, reason);

    [Theory]
    [InlineData("einsum equation=ij->ji", "2x3", "Movement")]
    [InlineData("einsum equation=ii->i", "3x3", "Movement")]
    [InlineData("einsum equation=ij->i", "2x3", "Reduction")]
    [InlineData("einsum equation=ij;jk->ik", "2x3 + 3x4", "Contraction")]
    public void An_operand_is_moved_or_summed_and_two_are_contracted(string layer, string inputs, string operation) =>
        Assert.Equal(
            [operation],
            Nets.Lowered(LayerText.Layer(layer), LayerText.Shapes(inputs))
                .Operations.Select(made => made.GetType().Name));

    [Fact]
    public void The_formula_lists_the_axes_of_the_output_in_their_order()
    {
        Network network = Nets.Of(LayerText.Layer("einsum equation=ij;jk->ki"), LayerText.Shapes("2x3 + 3x4"));

        Assert.Equal("4*2 outputs x (3 mul + 2 add) = 40", Nets.Rows(network, "exact", explain: true)[0].Formula);
    }

    [Fact]
    public void An_equation_is_printed_in_quotes() => Assert.Equal(
        "einsum: { equation: \"ij,jk->ik\" }", LayerText.Layer("einsum equation=ij;jk->ik").ToString());
}
