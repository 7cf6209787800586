using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Conventions;
using FlopsPS.Networks;

namespace FlopsPS.Binding;

/// <summary>From names with wildcards to conventions.</summary>
internal static class ConventionNames
{
    /// <summary>The conventions in the order of the names, each once.</summary>
    /// <exception cref="NetworkException">A name, or a pattern, is no convention's.</exception>
    public static IEnumerable<Convention> Find(IEnumerable<string> names) => names.SelectMany(Find).Distinct();

    private static IEnumerable<Convention> Find(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return [ConventionCatalog.Get(name)];
        }

        var pattern = NamePatterns.Wildcard(name);
        Convention[] matching = [.. ConventionCatalog.All.Where(convention => pattern.IsMatch(convention.Name))];
        return matching.Length > 0 ? matching : throw ConventionCatalog.Unknown(name);
    }
}
