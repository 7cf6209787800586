using FlopsPS.Budgets;
using FlopsPS.Networks;
using FlopsPS.Yaml.Budgets;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml;

/// <summary>Reads and writes baselines: JSON, which is YAML too, so that one reader serves both. Part of the module's
/// bridge: its signatures name no third-party type.</summary>
public static class BaselineFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file system; errors name the file by it.</param>
    /// <exception cref="NetworkException">The file cannot be read, or is not a baseline.</exception>
    public static Baseline Read(string path) => ReadText(ManifestFile.Read(path, BaselineText.VersionKey), path);

    /// <summary>Reads text.</summary>
    /// <param name="text">JSON or YAML.</param>
    /// <param name="path">The file that errors name.</param>
    /// <exception cref="NetworkException">The text is not a baseline.</exception>
    public static Baseline ReadText(string text, string path)
    {
        return Rename.ManifestInvalid(ErrorCode.BaselineInvalid, () =>
        {
            SyntaxNode root = SyntaxTree.Read(
                text, path, BaselineText.VersionKey, "'baseline', 'convention' and 'networks'");
            return BaselineParser.Parse(root);
        });
    }

    /// <summary>The text of a baseline, with \n between lines and at the end.</summary>
    public static string Write(Baseline baseline) => BaselineText.Of(baseline);
}
