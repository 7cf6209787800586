using FlopsPS.Counting;

namespace FlopsPS.Budgets;

/// <summary>What a baseline takes of a measured row, which may have come out of a file or a job: then it has its columns
/// alone.</summary>
public sealed class BaselineRow
{
    /// <summary>A row of columns.</summary>
    /// <param name="network">The name of the network.</param>
    /// <param name="layer">The path of the layer; null in a row for the network.</param>
    /// <param name="kind">The kind of the layer; null in a row for the network.</param>
    /// <param name="convention">The name of the convention.</param>
    /// <param name="inputShape">The shape that goes into the network or the layer.</param>
    /// <param name="figures">The figures.</param>
    public BaselineRow(
        string network, string? layer, string? kind, string convention, string? inputShape, CostFigures figures)
    {
        Network = network;
        Layer = layer;
        Kind = kind;
        Convention = convention;
        InputShape = inputShape;
        Figures = figures;
    }

    /// <summary>A row as it was measured.</summary>
    public BaselineRow(CostRow row)
        : this(row.Network, row.Layer, row.Kind, row.Convention, row.InputShape, new(row))
    {
        Source = row is LayerCost layer ? layer.Total : row;
        Total = row is LayerCost { Total: { } total } ? new(total) : null;
    }

    /// <summary>The name of the network.</summary>
    public string Network { get; }

    /// <summary>The path of the layer; null in a row for the network.</summary>
    public string? Layer { get; }

    /// <summary>The kind of the layer; null in a row for the network.</summary>
    public string? Kind { get; }

    /// <summary>The name of the convention.</summary>
    public string Convention { get; }

    /// <summary>The shape that goes into the network or the layer.</summary>
    public string? InputShape { get; }

    /// <summary>The figures.</summary>
    public CostFigures Figures { get; }

    /// <summary>The row for the network that a row for a layer carries; null where it carries none.</summary>
    internal BaselineRow? Total { get; }

    /// <summary>The measurement that the row is of; null where that is not known any more.</summary>
    internal CostRow? Source { get; }
}
