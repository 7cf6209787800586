using System;

namespace FlopsPS.Budgets;

/// <summary>A layer that is not what it was: dearer, cheaper, new, gone, or the same at another path.</summary>
internal sealed class ChangedLayer
{
    /// <summary>A change.</summary>
    /// <param name="path">The path of the layer, the old one of a layer that moved.</param>
    /// <param name="before">What it cost; null when it is new.</param>
    /// <param name="after">What it costs; null when it is gone.</param>
    /// <param name="newPath">Where a layer moved to.</param>
    public ChangedLayer(string path, CostFigures? before, CostFigures? after, string? newPath = null)
    {
        Path = path;
        Before = before;
        After = after;
        NewPath = newPath ?? path;
    }

    public string Path { get; }

    /// <summary>Where a layer moved to; the same path for one that did not.</summary>
    public string NewPath { get; }

    public CostFigures? Before { get; }

    public CostFigures? After { get; }

    /// <summary>Whether the layers of the network are other ones now, and not just their figures.</summary>
    public bool IsStructural => NewPath != Path || Before is null || After is null;

    /// <summary>By how much a figure grew.</summary>
    public long Delta(BudgetMetric metric) => (After?[metric] ?? 0) - (Before?[metric] ?? 0);

    /// <summary>layer3/0/conv2 +1,179,648, and what became of the layer where it is new, gone or elsewhere.</summary>
    public string Describe(BudgetMetric metric)
    {
        long delta = Delta(metric);
        string figure = delta == 0 ? string.Empty : FormattableString.Invariant($" {delta:+#,0;-#,0}");
        string fate = NewPath != Path ? $" (now {NewPath})"
            : Before is null ? " (new)"
            : After is null ? " (gone)"
            : string.Empty;
        return Path + figure + fate;
    }
}
