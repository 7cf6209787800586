using System.Collections.Generic;
using System.IO;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Yaml;

namespace FlopsPS.Onnx.Tests;

/// <summary>The networks that ship with the module.</summary>
internal static class Zoo
{
    /// <summary>The networks by name.</summary>
    public static IReadOnlyDictionary<string, NetworkTemplate> Templates { get; } = Directory
        .EnumerateFiles(Path.Combine(Repository.Module, "Zoo"), "*.yaml")
        .SelectMany(ManifestReader.ReadFile)
        .ToDictionary(template => template.Name);
}
