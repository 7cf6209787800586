using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Networks;

namespace FlopsPS.Reading;

/// <summary>The manifests that ship with the module.</summary>
internal static class NetworkZoo
{
    private static string Folder => Path.Combine(
        Path.GetDirectoryName(typeof(NetworkZoo).Assembly.Location), "..", "Zoo");

    private static IEnumerable<string> Files => Directory.Exists(Folder)
        ? Directory.GetFiles(Path.GetFullPath(Folder), "*.yaml").OrderBy(file => file, StringComparer.Ordinal)
        : [];

    /// <summary>All networks, sorted by name.</summary>
    /// <exception cref="NetworkException">A file of the zoo is broken.</exception>
    public static IReadOnlyList<NetworkTemplate> All =>
        [.. Files.SelectMany(Read).OrderBy(template => template.Name, StringComparer.Ordinal)];

    /// <summary>The networks whose names match, ignoring case, sorted by name.</summary>
    /// <exception cref="NetworkException">A file of the zoo is broken.</exception>
    public static IReadOnlyList<NetworkTemplate> Matching(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return Find(name) is { } found ? [found] : [];
        }

        var pattern = NamePatterns.Wildcard(name);
        return [.. All.Where(template => pattern.IsMatch(template.Name))];
    }

    /// <summary>The error for a name that the zoo does not have.</summary>
    public static NetworkException Unknown(string name) =>
        new(ErrorCode.ZooNetworkUnknown, $"The zoo has no network '{name}'." + Hint(name));

    /// <summary>The error for a name that is a file as little as a network of the zoo.</summary>
    public static NetworkException NeitherFileNorNetwork(string name) => new(
        ErrorCode.ZooNetworkUnknown,
        $"There is no file '{name}', and the zoo has no network of that name." + Hint(name));

    // A file may hold several networks, and most often is named as they begin: the likeliest file is read first.
    private static NetworkTemplate? Find(string name) => Files
        .OrderByDescending(file => Likeness(Path.GetFileNameWithoutExtension(file), name))
        .SelectMany(Read)
        .FirstOrDefault(template => template.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<NetworkTemplate> Read(string file) => NetworkReaders.ForFile(file).ReadFile(file);

    private static int Likeness(string stem, string name) =>
        name.StartsWith(stem, StringComparison.OrdinalIgnoreCase) ? stem.Length : 0;

    private static string Hint(string name) => NearestWord.Hint(name, All.Select(template => template.Name));
}
