using System;
using System.Linq;
using CsCheck;
using FlopsPS.Numbers;

namespace FlopsPS.Core.Tests.Numbers;

public class AmountTests
{
    private static readonly Gen<Amount> s_leaf = Gen.OneOf(
        Gen.Int[-20, 20].Select(number => Amount.Explained(number)),
        Gen.Int[0, 20].Select(number => (Amount)number),
        Gen.Int[1, 9].Select(number => Amount.Explained(number).As("outputs")),
        Gen.Int[1, 5].Array[2, 3].Select(Product));

    private static readonly Gen<Amount> s_tree = Gen.Recursive<Amount>((depth, self) => depth > 4
        ? s_leaf
        : Gen.OneOf(
            s_leaf,
            Gen.Select(self, self, (a, b) => a + b),
            Gen.Select(self, self, (a, b) => a - b),
            Gen.Select(self, self, (a, b) => a * b),
            self.Select(a => a.As("steps"))));

    [Fact]
    public void The_text_evaluates_to_the_value() => s_tree.Sample(
        amount =>
        {
            if (amount.Text is { } text)
            {
                Assert.Equal(amount.Value, FormulaEvaluator.Evaluate(text));
            }
        },
        iter: 3000);

    [Fact]
    public void A_formula_reads_like_the_note()
    {
        Amount perOutput =
            Amount.Explained(75).As("mul") + Amount.Explained(74).As("add") + Amount.Explained(1).As("bias");
        Amount all = Amount.Explained(16 * 28 * 28, "16*28*28").As("outputs") * perOutput;

        Assert.Equal("16*28*28 outputs x (75 mul + 74 add + 1 bias)", all.Text);
        Assert.Equal(1_881_600, all.Value);
    }

    [Fact]
    public void A_sum_under_a_name_is_shown_as_its_number()
    {
        Amount sum = Amount.Explained(3) + Amount.Explained(4);

        Assert.Equal("7 terms", sum.As("terms").Text);
        Assert.Equal("2 x 7 terms", (Amount.Explained(2) * sum.As("terms")).Text);
    }

    [Fact]
    public void Parentheses_keep_the_right_side_of_a_difference_together()
    {
        Amount inner = Amount.Explained(5) - Amount.Explained(3);

        Assert.Equal("9 - (5 - 3)", (Amount.Explained(9) - inner).Text);
        Assert.Equal("9 + 5 - 3", (Amount.Explained(9) + inner).Text);
        Assert.Equal("5 - 3 + 9", (inner + Amount.Explained(9)).Text);
        Assert.Equal("(5 - 3) x 9", (inner * Amount.Explained(9)).Text);
    }

    [Fact]
    public void Plain_numbers_carry_no_text()
    {
        Amount sum = (Amount)2 + 3;

        Assert.Null(sum.Text);
        Assert.Null(sum.As("outputs").Text);
        Assert.Equal("5", sum.ToString());
    }

    [Fact]
    public void A_count_beyond_64_bits_overflows_instead_of_wrapping()
    {
        Amount huge = long.MaxValue;

        Assert.Throws<OverflowException>(() => huge + 1);
        Assert.Throws<OverflowException>(() => huge * 2);
        Assert.Throws<OverflowException>(() => (Amount)long.MinValue - 1);
    }

    private static Amount Product(int[] factors) =>
        Amount.Explained(factors.Aggregate(1L, (a, b) => a * b), string.Join("*", factors)).As("outputs");
}
