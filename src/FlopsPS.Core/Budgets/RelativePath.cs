using System;
using System.Linq;

namespace FlopsPS.Budgets;

/// <summary>The way from a folder to a file, with / between segments.</summary>
internal static class RelativePath
{
    private static readonly char[] s_separators = ['/', '\\'];

    /// <summary>nets/a.yaml, or ../a.yaml where the file is outside of the folder.</summary>
    /// <param name="folder">A full path.</param>
    /// <param name="file">A full path. Where it has another root, e.g. another drive, no relative path matches it.
    /// </param>
    public static string Of(string folder, string file)
    {
        string[] from = folder.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        string[] to = file.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        int shared = from.Zip(to, (a, b) => a.Equals(b, StringComparison.OrdinalIgnoreCase))
            .TakeWhile(isSame => isSame)
            .Count();
        return string.Join("/", Enumerable.Repeat("..", from.Length - shared).Concat(to.Skip(shared)));
    }
}
