using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Networks;

/// <summary>Lists as public properties give them out.</summary>
internal static class ListExtensions
{
    /// <summary>These items as a list that has a public indexer and cannot be changed.</summary>
    /// <remarks>The types that the compiler makes for collection expressions have no public indexer; PowerShell then
    /// takes the list for a single item, and its [0] for the whole list.</remarks>
    public static IReadOnlyList<T> Indexable<T>(this IEnumerable<T> items) => Array.AsReadOnly(items.ToArray());
}
