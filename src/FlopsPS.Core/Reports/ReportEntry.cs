using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FlopsPS.Reports;

/// <summary>One thing that a report tells: a limit, a change, a measurement.</summary>
public sealed class ReportEntry
{
    internal ReportEntry(
        ReportRow row, ReportStatus status, ReportRule rule, string name, string message, string folder)
    {
        Row = row;
        Status = status;
        Rule = rule;
        Name = name;
        Message = message;
        Place = ReportPlace.Of(row, folder);
    }

    /// <summary>How grave it is.</summary>
    public ReportStatus Status { get; }

    /// <summary>What it was checked or made by.</summary>
    public ReportRule Rule { get; }

    /// <summary>The network, with the values of a sweep.</summary>
    public string Network => Row.Title;

    /// <summary>The block or layer; null where the entry is about the network as a whole.</summary>
    public string? Layer => Row.Text("Layer");

    /// <summary>What the entry is called from run to run: the network, and what is looked at in it. No
    /// figures.</summary>
    public string Name { get; }

    /// <summary>What there is to tell, in one line that needs no other.</summary>
    public string Message { get; }

    /// <summary>The file; null where the network was in none.</summary>
    public ReportPlace? Place { get; }

    /// <summary>The columns of the row that are filled, the same in every culture and on every machine: its path is the
    /// place.</summary>
    public IEnumerable<KeyValuePair<string, object>> Details => Row.Columns
        .Where(column => column.Value is not null and not "" && column.Key != "Path")
        .Select(column => new KeyValuePair<string, object>(column.Key, column.Value!))
        .Concat(Place is null ? [] : [new KeyValuePair<string, object>("Path", Place.File)]);

    /// <summary>The details, one a line.</summary>
    public string DetailText => string.Join("\n", Details.Select(
        detail => string.Format(CultureInfo.InvariantCulture, "{0}: {1}", detail.Key, detail.Value)));

    internal ReportRow Row { get; }
}
