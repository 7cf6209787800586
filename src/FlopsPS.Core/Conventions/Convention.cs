using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>
/// What one way of counting says: which operations cost what, what counts as a parameter, where that is written down.
/// </summary>
/// <remarks>A convention is one file: derive, override the operations it prices, and the catalogue finds it.</remarks>
public abstract class Convention
{
    /// <summary>Names the convention and says in one sentence what it counts.</summary>
    protected Convention(string name, string summary)
    {
        Name = name;
        Summary = summary;
    }

    /// <summary>The name, as -Convention takes it.</summary>
    public string Name { get; }

    /// <summary>One sentence for help.</summary>
    public string Summary { get; }

    /// <summary>Where the rules come from.</summary>
    public abstract string Source { get; }

    /// <summary>What it counts, a rule per line.</summary>
    public abstract IReadOnlyList<string> Rules { get; }

    /// <summary>What a reader would not expect.</summary>
    public virtual IReadOnlyList<string> Quirks => [];

    /// <summary>Whether the convention has multiply-accumulates as a figure of their own.</summary>
    public virtual bool DefinesMacs => true;

    /// <summary>Whether the convention has FLOPs as a figure of their own.</summary>
    public virtual bool DefinesFlops => true;

    /// <summary>The price of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="layer">The layer it belongs to.</param>
    /// <param name="facts">Makes amounts of the facts.</param>
    public Price PriceOf(Operation operation, LayerCall layer, Facts facts) => operation switch
    {
        Contraction contraction => PriceOf(contraction, layer, facts),
        Elementwise elementwise => PriceOf(elementwise, facts),
        Normalization normalization => PriceOf(normalization, facts),
        LocalResponse response => PriceOf(response, facts),
        Pooling pooling => PriceOf(pooling, facts),
        Softmax softmax => PriceOf(softmax, facts),
        Interpolation interpolation => PriceOf(interpolation, facts),
        UserDefined custom => PriceOf(custom, facts),
        Movement => Price.Free,
        _ => Price.NotDefined,
    };

    /// <summary>The weights that count as parameters; by default the trainable ones.</summary>
    public virtual bool IsParameter(Weight weight) => weight.IsTrainable;

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

    /// <summary>The price of a custom layer: what its author stated, never more.</summary>
    protected virtual Price PriceOf(UserDefined custom, Facts facts)
    {
        Amount? macs = custom.Macs is { } m ? facts.Of(m, "stated MACs") : null;
        Amount? flops = custom.Flops is { } f ? facts.Of(f, "stated FLOPs") : null;
        return macs is null || flops is null ? Price.Partial(macs, flops) : Price.Counted(macs, flops);
    }
}
