namespace FlopsPS.Reports;

/// <summary>A column of a table.</summary>
public sealed class ReportColumn
{
    private ReportColumn(string title, ReportCell cells)
    {
        Title = title;
        Cells = cells;
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>What its cells hold.</summary>
    public ReportCell Cells { get; }

    internal static ReportColumn Text(string title) => new(title, ReportCell.Text);

    internal static ReportColumn Number(string title) => new(title, ReportCell.Number);

    internal static ReportColumn Name(string title) => new(title, ReportCell.Name);

    internal static ReportColumn List(string title) => new(title, ReportCell.List);
}
