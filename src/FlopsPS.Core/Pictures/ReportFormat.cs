namespace FlopsPS.Pictures;

/// <summary>The forms in which networks are shown.</summary>
public enum ReportFormat
{
    /// <summary>A page that holds all it needs: totals, icicle, layers and conventions.</summary>
    Html,

    /// <summary>The icicle alone.</summary>
    Svg,

    /// <summary>A profile for speedscope.app, with as many frames as there are layers and blocks.</summary>
    Speedscope,

    /// <summary>A line per layer, block;block;layer 123, as flame-graph tools read it.</summary>
    FoldedStack,
}
