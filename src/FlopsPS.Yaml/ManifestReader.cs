using System.Collections.Generic;
using System.IO;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Yaml.Manifests;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml;

/// <summary>Reads manifests. The module's bridge: its signatures name no third-party type.</summary>
public static class ManifestReader
{
    /// <summary>Reads a manifest file.</summary>
    /// <param name="path">The path of the file system; errors name the file by it.</param>
    /// <returns>One template per network of the file: several when the manifest lists variants.</returns>
    /// <exception cref="NetworkException">The file cannot be read, or is not a manifest.</exception>
    public static IReadOnlyList<NetworkTemplate> ReadFile(string path) =>
        Read(ManifestFile.Read(path), path, Path.GetFileNameWithoutExtension(path));

    /// <summary>Reads the text of a manifest.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">The file that errors name, or null.</param>
    /// <param name="name">The name of a network whose manifest has none.</param>
    /// <returns>One template per network of the text: several when the manifest lists variants.</returns>
    /// <exception cref="NetworkException">The text is not a manifest.</exception>
    public static IReadOnlyList<NetworkTemplate> Read(string text, string? file, string name)
    {
        Manifest manifest = ManifestParser.Parse(SyntaxTree.Read(text, file), file, name);
        return [.. manifest.Variants.Select(variant => new ManifestTemplate(manifest, variant))];
    }
}
