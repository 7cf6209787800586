using System;
using FlopsPS.Tensors;

namespace FlopsPS.Operations;

/// <summary>
/// Sums of products: convolution, linear, matrix product. Each output value sums <see cref="Terms"/> products; each
/// product is one multiply-accumulate (MAC).
/// </summary>
public sealed class Contraction : Operation
{
    private Contraction(string name, ContractionForm form, TensorShape output, long terms, long products, bool hasBias)
        : base(name)
    {
        Form = form;
        Output = output;
        Terms = terms;
        Products = products;
        Accumulators = Outputs;
        IsRegular = true;
        HasBias = hasBias;
    }

    /// <summary>Which formula family the contraction belongs to.</summary>
    public ContractionForm Form { get; }

    /// <summary>The shape of the output, batch included.</summary>
    public TensorShape Output { get; }

    /// <summary>The number of output values.</summary>
    public long Outputs => Output.Elements;

    /// <summary>
    /// For a regular contraction the products summed into one output value; for a masked one those of an output value
    /// from which nothing is hidden; for a transposed convolution the weights that one input value meets.
    /// </summary>
    public long Terms { get; }

    /// <summary>The multiply-accumulates: outputs * terms; for a transposed convolution inputs * terms; for a masked
    /// contraction those that are computed.</summary>
    public long Products { get; }

    /// <summary>The values that receive a product: their first product is stored, each further one is added.</summary>
    public long Accumulators { get; private set; }

    /// <summary>Whether every output value sums the same number of products.</summary>
    public bool IsRegular { get; private set; }

    /// <summary>Whether a bias is added to every output value.</summary>
    public bool HasBias { get; }

    /// <summary>For a transposed convolution the number of input values; otherwise the outputs.</summary>
    public long Meetings => Terms == 0 ? 0 : Products / Terms;

    /// <summary>A contraction in which every output value sums the same number of products.</summary>
    public static Contraction Of(
        ContractionForm form, TensorShape output, long terms, bool hasBias, string? name = null)
    {
        return new(name ?? NameOf(form), form, output, terms, output.Elements * terms, hasBias)
        {
            // A sum of nothing is 0, without an addition.
            Accumulators = terms == 0 ? 0 : output.Elements,
            IsRegular = terms > 0,
        };
    }

    /// <summary>
    /// A transposed convolution: each of the <paramref name="inputs"/> values meets <paramref name="terms"/> weights,
    /// and <paramref name="accumulators"/> output values receive at least one product.
    /// </summary>
    public static Contraction Transposed(
        TensorShape output, long inputs, long terms, long accumulators, bool hasBias)
    {
        return new(
            NameOf(ContractionForm.TransposedConvolution),
            ContractionForm.TransposedConvolution,
            output,
            terms,
            inputs * terms,
            hasBias)
        {
            Accumulators = Math.Min(accumulators, inputs * terms),
            IsRegular = false,
        };
    }

    /// <summary>
    /// A contraction of which a mask hides a part: <paramref name="products"/> are computed, and
    /// <paramref name="accumulators"/> output values receive at least one.
    /// </summary>
    public static Contraction Masked(
        ContractionForm form, TensorShape output, long terms, long products, long accumulators, string? name = null)
    {
        return new(name ?? NameOf(form), form, output, terms, products, hasBias: false)
        {
            Accumulators = accumulators,
            IsRegular = false,
        };
    }

    private static string NameOf(ContractionForm form) => form switch
    {
        ContractionForm.Convolution => "convolution",
        ContractionForm.TransposedConvolution => "transposed convolution",
        ContractionForm.Linear => "linear",
        _ => "matmul",
    };
}
