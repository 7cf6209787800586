namespace FlopsPS.Reports;

/// <summary>Measured rows in words.</summary>
internal static class MeasuredText
{
    /// <summary>The figures that the convention defines, and what it does not count.</summary>
    public static string Figures(ReportRow row) => FigureText.List(
        (row.Count("Parameters"), "parameters"), (row.Count("Macs"), "MACs"), (row.Count("Flops"), "FLOPs"))
        + (row.Text("Uncounted") is { } names ? $"; a lower bound: {names} not counted" : string.Empty);

    /// <summary>What is not counted whole is no clean figure.</summary>
    public static ReportStatus Status(ReportRow row) =>
        row.Text("Uncounted") is null ? ReportStatus.Note : ReportStatus.Warning;

    /// <summary>What rows are compared by: FLOPs where the convention defines them.</summary>
    public static long Cost(ReportRow row) => row.Count("Flops") ?? row.Count("Macs") ?? 0;
}
