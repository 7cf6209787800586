using FlopsPS.Numbers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>The arithmetic of a contraction, which several conventions share.</summary>
internal static class Arithmetic
{
    /// <summary>outputs * n; for a transposed convolution inputs * n; behind a mask the products that are left.
    /// </summary>
    public static Amount Macs(Contraction contraction, Facts facts)
    {
        return contraction.IsRegular
                ? facts.Of(contraction.Output, "outputs") * facts.Of(contraction.Terms, "mul")
            : contraction.Form == ContractionForm.TransposedConvolution
                ? facts.Of(contraction.Meetings, "inputs") * facts.Of(contraction.Terms, "mul")
                : facts.Of(contraction.Products, "mul");
    }

    /// <summary>The same without regard to a mask: what tools count, since they see the sizes of whole matrices.
    /// </summary>
    public static Amount MacsOfWhole(Contraction contraction, Facts facts)
    {
        return contraction.Form == ContractionForm.TransposedConvolution
            ? Macs(contraction, facts)
            : facts.Of(contraction.Output, "outputs") * facts.Of(contraction.Terms, "mul");
    }

    /// <summary>
    /// outputs * (n multiplications + n - 1 additions + 1 bias). In a transposed convolution, and behind a mask, each
    /// value that receives products stores the first and adds the others: products + (products - such values) +
    /// outputs for the bias.
    /// </summary>
    public static Amount Flops(Contraction contraction, bool hasBias, Facts facts)
    {
        if (!contraction.IsRegular)
        {
            Amount spread = facts.Of(contraction.Products, "mul")
                + facts.Of(contraction.Products - contraction.Accumulators, "add");
            return hasBias ? spread + facts.Of(contraction.Output, "bias") : spread;
        }

        Amount perOutput = facts.Of(contraction.Terms, "mul") + facts.Of(contraction.Terms - 1, "add");
        return facts.Of(contraction.Output, "outputs")
            * (hasBias ? perOutput + facts.Of(1, "bias") : perOutput);
    }
}
