using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Conventions;

/// <summary>All built-in conventions. A new one needs no entry here: the catalogue finds them in this assembly.
/// </summary>
public static class ConventionCatalog
{
    /// <summary>The convention that is used when none is named.</summary>
    public const string Default = "exact";

    private static readonly Lazy<IReadOnlyDictionary<string, Convention>> s_conventions = new(() =>
        typeof(ConventionCatalog).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Convention))
                && !type.IsAbstract
                && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (Convention)Activator.CreateInstance(type))
            .ToDictionary(convention => convention.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The conventions, sorted by name.</summary>
    public static IReadOnlyList<Convention> All =>
        [.. s_conventions.Value.Values.OrderBy(convention => convention.Name, StringComparer.Ordinal)];

    /// <summary>The convention of this name, or null.</summary>
    public static Convention? Find(string name) =>
        s_conventions.Value.TryGetValue(name, out Convention? convention) ? convention : null;

    /// <summary>The convention of this name.</summary>
    /// <exception cref="NetworkException">There is none; the message names the nearest and all there are.</exception>
    public static Convention Get(string name) => Find(name) ?? throw Unknown(name);

    /// <summary>The error for a name that is no convention's.</summary>
    public static NetworkException Unknown(string name) => new(
        ErrorCode.ConventionUnknown,
        $"'{name}' is not a convention; there are {string.Join(", ", All.Select(c => c.Name))}."
        + NearestWord.Hint(name, s_conventions.Value.Keys));
}
