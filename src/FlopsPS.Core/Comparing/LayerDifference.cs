using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Comparing;

/// <summary>What became of a layer from one network to another, or of all layers together, and what that costs.
/// </summary>
public sealed class LayerDifference : ResultRow
{
    internal LayerDifference(
        (Network Reference, Network Difference) networks,
        (CostRow? Reference, CostRow? Difference) costs,
        LayerChange change,
        string? what)
    {
        CostRow either = (costs.Difference ?? costs.Reference)!;
        Network = networks.Difference.Name;
        ReferenceNetwork = networks.Reference.Name;
        Convention = either.Convention;
        Change = change.ToString();
        Layer = either.Layer;
        Kind = either.Kind;
        What = what;
        Parameters = costs.Difference?.Parameters;
        ReferenceParameters = costs.Reference?.Parameters;
        ParametersDifference = (Parameters ?? 0) - (ReferenceParameters ?? 0);
        Macs = costs.Difference?.Macs;
        ReferenceMacs = costs.Reference?.Macs;
        MacsDifference = Minus(Macs, ReferenceMacs);
        Flops = costs.Difference?.Flops;
        ReferenceFlops = costs.Reference?.Flops;
        FlopsDifference = Minus(Flops, ReferenceFlops);
        Uncounted = either.Uncounted;
        Path = networks.Difference.Path;
        Line = costs.Difference?.Line ?? 0;
    }

    /// <summary>The name of the network that is compared.</summary>
    public string Network { get; }

    /// <summary>The name of the network that it is compared with.</summary>
    public string ReferenceNetwork { get; }

    /// <summary>The convention that the counts follow.</summary>
    public string Convention { get; }

    /// <summary>Total, Added, Removed, Changed or Equal.</summary>
    public string Change { get; }

    /// <summary>The path of the layer, in the reference when it was removed; empty in the row for all layers.</summary>
    public string? Layer { get; }

    /// <summary>The kind of the layer.</summary>
    public string? Kind { get; }

    /// <summary>What changed, e.g. out 64 -> 128; for a layer that was added or removed, what it is.</summary>
    public string? What { get; }

    /// <summary>The trainable weights; empty where the layer was removed.</summary>
    public long? Parameters { get; }

    /// <summary>The trainable weights in the reference; empty where the layer was added.</summary>
    public long? ReferenceParameters { get; }

    /// <summary>The trainable weights that came; negative for those that went.</summary>
    public long ParametersDifference { get; }

    /// <summary>Multiply-accumulates by the convention; empty where the layer was removed.</summary>
    public long? Macs { get; }

    /// <summary>Multiply-accumulates in the reference; empty where the layer was added.</summary>
    public long? ReferenceMacs { get; }

    /// <summary>The multiply-accumulates that came; empty where the convention defines none.</summary>
    public long? MacsDifference { get; }

    /// <summary>Floating-point operations by the convention; empty where the layer was removed.</summary>
    public long? Flops { get; }

    /// <summary>Floating-point operations in the reference; empty where the layer was added.</summary>
    public long? ReferenceFlops { get; }

    /// <summary>The floating-point operations that came; empty where the convention defines none.</summary>
    public long? FlopsDifference { get; }

    /// <summary>The operations that the convention does not define, by name; empty when there are none.</summary>
    public string? Uncounted { get; }

    /// <summary>The file that the network was read from; empty when there was none.</summary>
    public string? Path { get; }

    private static long? Minus(long? difference, long? reference) =>
        difference is null && reference is null ? null : (difference ?? 0) - (reference ?? 0);
}
