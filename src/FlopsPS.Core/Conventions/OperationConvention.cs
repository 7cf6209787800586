using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>A convention under which an operation has the same price in every layer: override what is not free.
/// </summary>
public abstract class OperationConvention : Convention
{
    /// <inheritdoc cref="Convention(string, string)"/>
    protected OperationConvention(string name, string summary)
        : base(name, summary)
    {
    }

    /// <inheritdoc/>
    public sealed override Price PriceOf(Operation operation, LayerCall layer, Facts facts) => operation switch
    {
        Contraction contraction => PriceOf(contraction, layer, facts),
        Elementwise elementwise => PriceOf(elementwise, facts),
        Normalization normalization => PriceOf(normalization, facts),
        LocalResponse response => PriceOf(response, facts),
        Pooling pooling => PriceOf(pooling, facts),
        Softmax softmax => PriceOf(softmax, facts),
        Interpolation interpolation => PriceOf(interpolation, facts),
        Reduction reduction => PriceOf(reduction, facts),
        UserDefined custom => PriceOf(custom, facts),
        Movement or FoldedArithmetic => Price.Free,
        _ => Price.NotDefined,
    };

    /// <summary>The price of sums of products.</summary>
    protected abstract Price PriceOf(Contraction contraction, LayerCall layer, Facts facts);

    /// <summary>The price of an elementwise function.</summary>
    protected virtual Price PriceOf(Elementwise elementwise, Facts facts) => Price.Free;

    /// <summary>The price of a normalisation.</summary>
    protected virtual Price PriceOf(Normalization normalization, Facts facts) => Price.Free;

    /// <summary>The price of a local response normalisation.</summary>
    protected virtual Price PriceOf(LocalResponse response, Facts facts) => Price.Free;

    /// <summary>The price of a pooling.</summary>
    protected virtual Price PriceOf(Pooling pooling, Facts facts) => Price.Free;

    /// <summary>The price of a softmax.</summary>
    protected virtual Price PriceOf(Softmax softmax, Facts facts) => Price.Free;

    /// <summary>The price of an interpolation.</summary>
    protected virtual Price PriceOf(Interpolation interpolation, Facts facts) => Price.Free;

    /// <summary>The price of sums along axes.</summary>
    protected virtual Price PriceOf(Reduction reduction, Facts facts) => Price.Free;

    /// <summary>The price of a custom layer: what its author stated, never more.</summary>
    protected virtual Price PriceOf(UserDefined custom, Facts facts)
    {
        Amount? macs = custom.Macs is { } m ? facts.Of(m, "stated MACs") : null;
        Amount? flops = custom.Flops is { } f ? facts.Of(f, "stated FLOPs") : null;
        return macs is null || flops is null ? Price.Partial(macs, flops) : Price.Counted(macs, flops);
    }
}
