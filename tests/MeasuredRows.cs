using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Tests;

/// <summary>All that a measurement says of a network, for comparing two that must cost the same.</summary>
internal static class MeasuredRows
{
    /// <summary>Every column but Path of every layer, under every convention.</summary>
    public static IEnumerable<string> Of(Network network) => ConventionCatalog.All.SelectMany(convention => CostCounter
        .Measure(network, new MeasureOptions(convention) { GroupBy = CostGrouping.Layer, Explain = true })
        .Select(Text));

    private static string Text(CostRow row) => string.Join(
        " | ",
        row.GetType().GetProperties()
            .Where(column => column.Name != nameof(CostRow.Path))
            .Select(column => FormattableString.Invariant($"{column.Name} {column.GetValue(row)}")));
}
