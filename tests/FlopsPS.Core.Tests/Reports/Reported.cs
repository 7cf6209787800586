using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using FlopsPS.Budgets;
using FlopsPS.Comparing;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;

namespace FlopsPS.Core.Tests.Reports;

/// <summary>Short ways to make reports, and rows for them.</summary>
internal static class Reported
{
    public const string Folder = "/build";

    /// <summary>160 linear layers of 10 features each; one of them has a bias: 10 parameters and 10 FLOPs
    /// more.</summary>
    public static Network Deep(int biased = 0)
    {
        var builder = new NetworkBuilder();
        IReadOnlyList<Tensor> current = [builder.AddInput("input", Nets.Shape(1, 10))];
        for (int i = 1; i <= 160; i++)
        {
            var layer = Nets.Layer("linear", ("out", 10), ("bias", i == biased));
            current = builder.Add($"block{i}/linear", layer, current).Outputs;
        }

        return builder.Build("deep", current);
    }

    public static IEnumerable<ResultRow> Verdicts(Network network, Baseline? baseline, params string[] limits) =>
        Check(network, baseline, [.. limits.Select(limit => Rule(limit, BudgetMetric.Flops))]);

    public static IEnumerable<ResultRow> Changes(Network before, Network after, bool includeEqual = false) =>
        NetworkComparison.Compare(before, after, ConventionCatalog.Get("exact"), includeEqual);

    public static IReadOnlyList<CostDifference> ByConvention(Network network, params string[] names) =>
        ConventionComparison.Compare(
            network, ConventionCatalog.Get("exact"), names.Select(name => ConventionCatalog.Get(name)));

    /// <summary>A limit that fails, two that warn, three that are switched off, four that are kept.</summary>
    public static Report Mixed()
    {
        BudgetRule Of(BudgetSeverity severity, int limit) =>
            new() { Limits = Rule($"{limit}", BudgetMetric.Flops).Limits, Severity = severity };
        return Report(Check(
            Net(("a", 10)),
            null,
            [
                Of(BudgetSeverity.Error, 1),
                .. Enumerable.Range(2, 2).Select(limit => Of(BudgetSeverity.Warning, limit)),
                .. Enumerable.Range(4, 3).Select(limit => Of(BudgetSeverity.Off, limit)),
                .. Enumerable.Range(1000, 4).Select(limit => Of(BudgetSeverity.Error, limit)),
            ]));
    }

    /// <summary>A row as a pipeline carries it: its columns are what a shell sees of it.</summary>
    public static ReportRow Row(ResultRow row, params (string Column, object? Value)[] changed)
    {
        var changes = changed.ToDictionary(pair => pair.Column, pair => pair.Value);
        KeyValuePair<string, object?>[] columns =
        [
            .. row.GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(column => new KeyValuePair<string, object?>(
                    column.Name,
                    changes.TryGetValue(column.Name, out object? value) ? value : column.GetValue(row))),
        ];
        string network = (string)columns.Single(column => column.Key == "Network").Value!;
        return new(
            ReportSubjects.Of(row.GetType().FullName!)!.Value, $"{network} {row.Variant}".TrimEnd(), columns, row.Line);
    }

    public static Report Report(params IEnumerable<ResultRow> rows) => Report(rows.Select(row => Row(row)));

    public static Report Report(params IEnumerable<ReportRow> rows) => new([.. rows], Folder);

    public static string Text(this Report report, ReportForm form) =>
        string.Join("\n", ReportForms.Write(report, form));
}
