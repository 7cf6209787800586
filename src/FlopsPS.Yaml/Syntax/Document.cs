using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Yaml.Syntax;

/// <summary>The documents that are read here, and how one glance tells them apart.</summary>
internal static class Document
{
    public const string Budget = "budget";
    public const string Baseline = "baseline";
    public const string Convention = "convention";
    public const string Network = "layers";

    // Told by a key that those behind it in this list do not have: a budget names a baseline and a convention too.
    private static readonly IReadOnlyList<(string Key, string What, string Use)> s_all =
    [
        (Budget, "a budget", "give it to Test-NetworkBudget as -Budget"),
        (Baseline, "a baseline", "give it to Test-NetworkBudget as -Baseline"),
        (Convention, "a convention", "name it behind -Convention of Measure-NetworkFlops, or give it to "
            + "Get-FlopsConvention"),
        (Network, "a network", "give it to Measure-NetworkFlops as -Path"),
    ];

    /// <summary>Refuses a document that is another one than that of a key.</summary>
    public static void Require(string key, MapNode map)
    {
        var own = s_all.First(document => document.Key == key);
        var found = s_all.FirstOrDefault(document => map.Find(document.Key) is not null);
        if (found.Key is not null && found.Key != key)
        {
            throw map.Invalid($"this is {found.What}, not {own.What}; {found.Use}");
        }
    }
}
