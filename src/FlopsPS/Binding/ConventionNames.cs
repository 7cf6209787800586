using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Conventions;
using FlopsPS.Networks;
using FlopsPS.Reading;

namespace FlopsPS.Binding;

/// <summary>From names and paths, both with wildcards, to conventions.</summary>
internal sealed class ConventionNames
{
    private readonly FilePaths _paths;
    private readonly Dictionary<string, Convention> _files = new(StringComparer.Ordinal);

    public ConventionNames(FilePaths paths) => _paths = paths;

    /// <summary>The conventions in the order of the names, each once.</summary>
    /// <exception cref="NetworkException">A name, or a pattern, is no convention's; a file is no convention, or is
    /// called as another.</exception>
    public IEnumerable<Convention> Find(IEnumerable<string> names)
    {
        Convention[] conventions = [.. names.SelectMany(Find).Distinct()];
        foreach (IGrouping<string, KeyValuePair<string, Convention>> named in
            _files.GroupBy(file => file.Value.Name, StringComparer.OrdinalIgnoreCase).Where(files => files.Count() > 1))
        {
            throw new NetworkException(
                ErrorCode.ConventionInvalid,
                $"Rows could not tell these apart, which are all called '{named.Key}': "
                + $"{string.Join(", ", named.Select(file => file.Key))}. Rename all but one.");
        }

        return conventions;
    }

    /// <summary>The convention of this name, or of the file at this path.</summary>
    /// <exception cref="NetworkException">There is none, or the file is no convention.</exception>
    public Convention Get(string name) =>
        FilePaths.IsPath(name) ? Read(_paths.Literal(name)) : ConventionCatalog.Get(name);

    private IEnumerable<Convention> Find(string name)
    {
        if (FilePaths.IsPath(name))
        {
            return _paths.AtLeastOne(name).Select(Read);
        }

        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return [ConventionCatalog.Get(name)];
        }

        var pattern = NamePatterns.Wildcard(name);
        Convention[] matching = [.. ConventionCatalog.All.Where(convention => pattern.IsMatch(convention.Name))];
        return matching.Length > 0 ? matching : throw ConventionCatalog.Unknown(name);
    }

    private Convention Read(string file)
    {
        if (!_files.TryGetValue(file, out Convention? convention))
        {
            convention = ConventionFile.Read(file);
            _files.Add(file, convention);
        }

        return convention;
    }
}
