using System.Collections.Generic;
using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>Verdicts on limits: what is exceeded first, the worst of it on top.</summary>
internal static class LimitSection
{
    public static ReportSection Of(IReadOnlyList<ReportRow> rows, string folder)
    {
        IReadOnlyList<ReportEntry> entries =
        [
            .. rows.Select(row => Entry(row, folder))
                .OrderByDescending(entry => entry.Status)
                .ThenByDescending(entry => LimitSentence.Badness(entry.Row)),
        ];
        ReportEntry first = entries[0];
        int kept = entries.Count(entry => entry.Status == ReportStatus.Passed);
        string headline = first.Status >= ReportStatus.Warning || entries.Count == 1
            ? first.Message
            : Kept(kept) + Names([.. entries.Select(entry => entry.Network).Distinct()]);
        return new(
            headline,
            entries,
            [
                Table(null, entries.Where(entry => entry.Status >= ReportStatus.Warning)),
                Table(Kept(kept), entries.Where(entry => entry.Status == ReportStatus.Passed)),
                Table("Switched off", entries.Where(entry => entry.Status == ReportStatus.Skipped)),
            ]);
    }

    private static ReportEntry Entry(ReportRow row, string folder)
    {
        string unit = LimitSentence.Unit(row);
        return new(
            row,
            StatusOf(row.Text("Outcome")),
            new("budget/" + unit.ToLowerInvariant(), $"The {unit} stay within the budget."),
            $"{LimitSentence.Scope(row)}, {unit}: {row.Text("Rule")}",
            LimitSentence.Of(row),
            folder);
    }

    private static ReportStatus StatusOf(string? outcome) => outcome switch
    {
        nameof(BudgetOutcome.Pass) => ReportStatus.Passed,
        nameof(BudgetOutcome.Skipped) => ReportStatus.Skipped,
        nameof(BudgetOutcome.Warn) => ReportStatus.Warning,
        _ => ReportStatus.Failed,
    };

    private static string Kept(int count) => $"{FigureText.Number(count, "limit")} kept";

    private static string Names(IReadOnlyList<string> networks) => networks.Count == 1
        ? $" by {networks[0]}"
        : $" by {FigureText.Number(networks.Count, "network")}";

    private static ReportTable Table(string? fold, IEnumerable<ReportEntry> entries) => ReportTable.Of(
        fold,
        entries.Select(entry => entry.Row),
        (ReportColumn.Text("Verdict"), row => row.Text("Outcome")),
        (ReportColumn.Name("Network"), row => row.Title),
        (ReportColumn.Name("Layer"), row => row.Text("Layer")),
        (ReportColumn.Name("Rule"), row => row.Text("Rule")),
        (ReportColumn.Text("Metric"), LimitSentence.Unit),
        (ReportColumn.Number("Actual"), row => ExactCount.Of(row.Count("Actual"))),
        (ReportColumn.Number("Limit"), row => ExactCount.Of(row.Count("Limit"))),
        (ReportColumn.Number("Exceeded by"), row =>
            ExactCount.Signed(row.Count("ExceededBy")) + LimitSentence.Percent(row)),
        (ReportColumn.List("Causes"), row => row.Text("Causes")));
}
