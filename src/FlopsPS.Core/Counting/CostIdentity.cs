using FlopsPS.Networks;

namespace FlopsPS.Counting;

/// <summary>The columns of a row that say what was measured, and how.</summary>
internal readonly struct CostIdentity
{
    private CostIdentity(Network network, MeasureOptions options)
    {
        Network = network.Name;
        BatchSize = network.BatchSize;
        Path = network.Path;
        Options = options;
    }

    public string Network { get; }

    public long BatchSize { get; }

    public string? Path { get; }

    public MeasureOptions Options { get; }

    public string? Layer { get; private init; }

    public string? Kind { get; private init; }

    public string? InputShape { get; private init; }

    public string? OutputShape { get; private init; }

    public int Line { get; private init; }

    public static CostIdentity OfNetwork(Network network, MeasureOptions options) =>
        new(network, options) { InputShape = network.InputShape, OutputShape = network.OutputShape };

    public static CostIdentity OfKind(Network network, MeasureOptions options, string kind) =>
        new(network, options) { Kind = kind };

    /// <summary>A layer, or a block from its first layer to its last.</summary>
    public static CostIdentity OfLayers(
        Network network, MeasureOptions options, string path, string kind, Node first, Node last)
    {
        return new(network, options)
        {
            Layer = path,
            Kind = kind,
            InputShape = ShapeText.Of(first.Inputs),
            OutputShape = ShapeText.Of(last.Outputs),
            Line = first.Position?.Line ?? 0,
        };
    }
}
