using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using FlopsPS.Networks;

namespace FlopsPS.Reading;

/// <summary>From what a user calls a file in PowerShell to paths of the file system.</summary>
internal sealed class FilePaths
{
    private readonly PathIntrinsics _paths;

    public FilePaths(PathIntrinsics paths) => _paths = paths;

    /// <summary>The one file of a literal path.</summary>
    /// <exception cref="NetworkException">There is none, it is a folder, or it is not in the file system.</exception>
    public string Literal(string path) => Check(ToWriteLiterally(path));

    /// <summary>The file of a literal path, whether it is there or not.</summary>
    /// <exception cref="NetworkException">The path is not in the file system.</exception>
    public string ToWriteLiterally(string path)
    {
        string file = _paths.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        Check(path, provider);
        return file;
    }

    /// <summary>The file of a path, whether it is there or not; a wildcard stands for one that is.</summary>
    /// <exception cref="NetworkException">A wildcard matches no file or several, or the path is not in the file
    /// system.</exception>
    public string ToWrite(string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path))
        {
            return ToWriteLiterally(WildcardPattern.Unescape(path));
        }

        IReadOnlyList<string> files = Matching(path);
        return files.Count == 1
            ? files[0]
            : throw new NetworkException(
                ErrorCode.FileUnwritable,
                $"'{path}' matches {files.Count} files; name one, behind -LiteralPath where a [ is part of its name.");
    }

    /// <summary>The files that a path with wildcards matches; empty when there are none.</summary>
    /// <exception cref="NetworkException">The path is not in the file system.</exception>
    public IReadOnlyList<string> Matching(string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path))
        {
            string name = WildcardPattern.Unescape(path);
            string file = _paths.GetUnresolvedProviderPathFromPSPath(name, out ProviderInfo literal, out _);
            Check(path, literal);
            return File.Exists(file) || Directory.Exists(file) ? [file] : [];
        }

        IEnumerable<string> files = _paths.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
        Check(path, provider);
        return [.. files];
    }

    /// <summary>The files that a path with wildcards matches.</summary>
    /// <exception cref="NetworkException">There are none, or the path is not in the file system.</exception>
    public IReadOnlyList<string> AtLeastOne(string path)
    {
        IReadOnlyList<string> files = Matching(path);
        return files.Count > 0 ? files : throw Missing(path);
    }

    /// <summary>The same path, when it is a file.</summary>
    /// <exception cref="NetworkException">There is none, or it is a folder.</exception>
    public static string Check(string file)
    {
        if (Directory.Exists(file))
        {
            throw new NetworkException(
                ErrorCode.FileUnreadable,
                $"'{file}' is a folder; name the files in it: {Path.Combine(file, "*.yaml")}");
        }

        return File.Exists(file) ? file : throw Missing(file);
    }

    /// <summary>The error for a path that leads nowhere.</summary>
    public static NetworkException Missing(string path) => new(ErrorCode.FileNotFound, $"There is no file '{path}'.");

    /// <summary>Whether a text can only be meant as a path: it has a separator, a drive or an extension.</summary>
    /// <remarks>The 0.25 of a name such as mobilenet_0.25 is no extension.</remarks>
    public static bool IsPath(string text)
    {
        string extension = Path.GetExtension(text);
        return text.IndexOfAny(['/', '\\', ':', '~']) >= 0 || (extension.Length > 1 && char.IsLetter(extension[1]));
    }

    private static void Check(string path, ProviderInfo provider)
    {
        if (provider.Name != "FileSystem")
        {
            throw new NetworkException(
                ErrorCode.FileUnreadable,
                $"'{path}' is in the provider {provider.Name}; files are read and written in the file system");
        }
    }
}
