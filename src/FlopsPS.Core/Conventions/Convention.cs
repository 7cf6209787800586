using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>
/// What one way of counting says: which operations cost what, what counts as a parameter, where that is written down.
/// </summary>
/// <remarks>
/// A convention is one file, and the catalogue finds it: derive from <see cref="OperationConvention"/> where every
/// operation has one price wherever it stands, from <see cref="TableConvention"/> where the kind of layer decides.
/// </remarks>
public abstract class Convention
{
    /// <summary>Names the convention and says in one sentence what it counts.</summary>
    private protected Convention(string name, string summary)
    {
        Name = name;
        Summary = summary;
    }

    /// <summary>The name, as -Convention takes it.</summary>
    public string Name { get; }

    /// <summary>One sentence for help.</summary>
    public string Summary { get; }

    /// <summary>What the figures count, in the words of the source.</summary>
    public virtual string Unit => "MACs and FLOPs";

    /// <summary>Where the rules come from.</summary>
    public abstract string Source { get; }

    /// <summary>What it counts, a rule per line.</summary>
    public IReadOnlyList<string> Rules => RuleLines.Indexable();

    /// <summary>What a reader would not expect.</summary>
    public IReadOnlyList<string> Quirks => QuirkLines.Indexable();

    /// <summary>Whether the convention has multiply-accumulates as a figure of their own.</summary>
    public virtual bool DefinesMacs => true;

    /// <summary>Whether the convention has FLOPs as a figure of their own.</summary>
    public virtual bool DefinesFlops => true;

    /// <inheritdoc cref="Rules"/>
    protected abstract IReadOnlyList<string> RuleLines { get; }

    /// <inheritdoc cref="Quirks"/>
    protected virtual IReadOnlyList<string> QuirkLines => [];

    /// <summary>The price of a layer as a whole, or null where its operations are priced one by one.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="lowering">Its weights and operations.</param>
    /// <param name="facts">Makes amounts of the facts.</param>
    public virtual Price? PriceOf(LayerCall layer, Lowering lowering, Facts facts) => null;

    /// <summary>The price of an operation of a layer that has no price as a whole.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="layer">The layer it belongs to.</param>
    /// <param name="facts">Makes amounts of the facts.</param>
    public abstract Price PriceOf(Operation operation, LayerCall layer, Facts facts);

    /// <summary>Whether a weight of a layer in its place counts as a parameter; by default the trainable ones do.
    /// </summary>
    public virtual bool IsParameter(Weight weight, Node node) => weight.IsTrainable;
}
