using FlopsPS.Conventions;
using FlopsPS.Networks;
using FlopsPS.Yaml.Conventions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml;

/// <summary>Reads conventions that users wrote. Part of the module's bridge: its signatures name no third-party type.
/// </summary>
public static class ConventionReader
{
    private const string What = "convention";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file system; errors name the file by it.</param>
    /// <exception cref="NetworkException">The file cannot be read, or is not a convention.</exception>
    public static Convention ReadFile(string path) => Read(ManifestFile.Read(path, What), path);

    /// <summary>Reads text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">The file that errors name, or null.</param>
    /// <exception cref="NetworkException">The text is not a convention.</exception>
    public static Convention Read(string text, string? file)
    {
        return Rename.ManifestInvalid(ErrorCode.ConventionInvalid, () =>
        {
            SyntaxNode root = SyntaxTree.Read(
                text, file, What, $"'{ConventionParser.NameKey}', which is its name, and 'rules'");
            return ConventionParser.Parse(root, file);
        });
    }
}
