using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Yaml.Manifests;

/// <summary>Names in an error message: all of them, or the first of very many.</summary>
internal static class NameList
{
    private const int Most = 24;

    public static string Of(IReadOnlyCollection<string> names, string separator = ", ") =>
        string.Join(separator, names.Take(Most)) + (names.Count > Most ? separator + "…" : string.Empty);
}
