namespace FlopsPS.Counting;

/// <summary>One measured row: flat columns, exact, immutable.</summary>
public abstract class CostRow : ResultRow
{
    private protected CostRow(CostIdentity identity, CostSum sum)
    {
        Network = identity.Network;
        Layer = identity.Layer;
        Kind = identity.Kind;
        Convention = identity.Options.Convention.Name;
        BatchSize = identity.BatchSize;
        InputShape = identity.InputShape;
        OutputShape = identity.OutputShape;
        Path = identity.Path;
        Line = identity.Line;
        Parameters = sum.Parameters;
        ParameterBytes = sum.ParameterBytes;
        Buffers = sum.Buffers;
        Scales = sum.Scales;
        Macs = identity.Options.Convention.DefinesMacs ? sum.Macs : null;
        Flops = identity.Options.Convention.DefinesFlops ? sum.Flops : null;
        Activations = sum.Activations;
        Coverage = sum.Coverage;
        Uncounted = sum.Uncounted;
        Formula = identity.Options.Explain ? sum.Formula : null;
    }

    /// <summary>The name of the network.</summary>
    public string Network { get; }

    /// <summary>The path of the layer or block; empty in a row for a network or a kind.</summary>
    public string? Layer { get; }

    /// <summary>The kind of the layer; empty in a row for a network.</summary>
    public string? Kind { get; }

    /// <summary>The convention that Macs and Flops follow.</summary>
    public string Convention { get; }

    /// <summary>The batch size; operations grow with it, parameters do not.</summary>
    public long BatchSize { get; }

    /// <summary>The shape that goes in, batch first, channels before space.</summary>
    public string? InputShape { get; }

    /// <summary>The shape that comes out.</summary>
    public string? OutputShape { get; }

    /// <summary>The number of trainable weights.</summary>
    public long Parameters { get; }

    /// <summary>The bytes in which the parameters are stored, each tensor in its own type; empty where the file does
    /// not say the type of some.</summary>
    public long? ParameterBytes { get; }

    /// <summary>The number of stored values that are not trained: BatchNorm's moving mean and variance, and the scales
    /// and zero points of a quantisation.</summary>
    public long Buffers { get; }

    /// <summary>The scales and zero points of a quantisation among the buffers.</summary>
    public long Scales { get; }

    /// <summary>Multiply-accumulates by the convention; empty where it defines none.</summary>
    public long? Macs { get; }

    /// <summary>Floating-point operations by the convention; empty where it defines none.</summary>
    public long? Flops { get; }

    /// <summary>The number of values that convolutions, linear layers and matrix products put out.</summary>
    public long Activations { get; }

    /// <summary>The share of primitive operations that are counted, or free by declaration: 1 when nothing is missing.
    /// </summary>
    public double Coverage { get; }

    /// <summary>The operations that the convention does not define, by name; empty when there are none.</summary>
    public string? Uncounted { get; }

    /// <summary>The formula with the numbers in it; empty unless asked for.</summary>
    public string? Formula { get; }

    /// <summary>The file that the network was read from; empty when there was none.</summary>
    public string? Path { get; }
}
