using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Counting;
using FlopsPS.Numbers;

namespace FlopsPS.Formatting;

/// <summary>What the views of measured rows print, for rows as they are and for rows that came out of a file or a job.
/// </summary>
public static class CostText
{
    private const string Cut = "...";

    // Kind, shape, parameters, MACs and FLOPs as wide as most are, and the blanks between.
    private const int OtherColumns = 56;

    private const int LeastPlace = 20;

    // What jobs and remoting add to an object besides its own columns.
    private static readonly string[] s_remotingColumns =
        ["PSComputerName", "RunspaceId", "PSShowComputerName", "PSSourceJobInstanceId"];

    /// <summary>The network, with the values of a sweep: resnet50 width=64.</summary>
    public static string Name(PSObject row)
    {
        string variant = row.BaseObject is ResultRow own ? own.Variant ?? string.Empty : Variant(row);
        return $"{row.Properties["Network"]?.Value} {variant}".TrimEnd();
    }

    /// <summary>What the layers of a table belong to: network, convention, batch and input.</summary>
    public static string Heading(PSObject row)
    {
        string input = row.BaseObject is LayerCost layer ? $", input {layer.Total.InputShape}" : string.Empty;
        return string.Format(
            CultureInfo.CurrentCulture,
            "{0}, convention {1}, batch {2}{3}",
            Name(row),
            row.Properties["Convention"]?.Value,
            row.Properties["BatchSize"]?.Value,
            input);
    }

    /// <summary>The path of a layer in a table so wide: of a long one the end, since tables drop the columns for which
    /// no room is left.</summary>
    public static string Place(string? layer, int width)
    {
        int room = Math.Max(width - OtherColumns, LeastPlace);
        if (layer is null || width <= 0 || layer.Length <= room)
        {
            return layer ?? string.Empty;
        }

        string end = layer.Substring(layer.Length - room + Cut.Length);
        int start = end.IndexOf('/');
        return Cut + (start >= 0 && start < end.Length / 2 ? end.Substring(start) : end);
    }

    /// <summary>What the whole network costs, for the heading of its layers; empty where that is not known any more.
    /// </summary>
    public static string Total(PSObject row)
    {
        if (row.BaseObject is not LayerCost { Total: { } total })
        {
            return string.Empty;
        }

        IEnumerable<string> figures = new[]
        {
            Figure(total.Parameters, "parameters"),
            Figure(total.Macs, "MACs"),
            Figure(total.Flops, "FLOPs"),
            total.Uncounted is { } names ? $"coverage {Coverage(total.Coverage)}: {names} not counted" : string.Empty,
        };
        return "TOTAL " + string.Join(", ", figures.Where(figure => figure.Length > 0));
    }

    /// <summary>A share as a percentage; only what is complete is 100 %.</summary>
    public static string Coverage(double? share) =>
        share is { } known ? CoverageText.Of(known, CultureInfo.CurrentCulture) : string.Empty;

    /// <summary>Whether a column is of a job or a remote session, and not of the row.</summary>
    internal static bool IsOfRemoting(string column) =>
        s_remotingColumns.Contains(column, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Columns(string typeName)
    {
        string own = typeName.Substring(typeName.IndexOf(nameof(FlopsPS), StringComparison.Ordinal));
        return typeof(ResultRow).Assembly.GetType(own).GetProperties().Select(property => property.Name);
    }

    private static string Figure(long? value, string unit) =>
        value is null ? string.Empty : $"{ShortNumber.Format(value)} {unit}";

    private static string Variant(PSObject row)
    {
        IEnumerable<string> columns = Columns(row.TypeNames[0]);
        return string.Join(" ", row.Properties
            .Where(property => !columns.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            .Where(property => !IsOfRemoting(property.Name))
            .Select(property => string.Format(CultureInfo.InvariantCulture, "{0}={1}", property.Name, property.Value)));
    }
}
