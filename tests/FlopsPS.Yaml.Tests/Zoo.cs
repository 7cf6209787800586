using System.Collections.Generic;
using System.IO;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests;

/// <summary>The networks that ship with the module.</summary>
internal static class Zoo
{
    public static IReadOnlyDictionary<string, NetworkTemplate> Networks { get; } = Directory
        .EnumerateFiles(Path.Combine(Repository.Module, "Zoo"), "*.yaml")
        .SelectMany(ManifestReader.ReadFile)
        .ToDictionary(template => template.Name);

    /// <summary>A network with some of its parameters set.</summary>
    public static Network Build(string name, params (string Name, object Value)[] settings) => Networks[name].Build(
        new NetworkRequest { Parameters = settings.ToDictionary(pair => pair.Name, pair => pair.Value) }, default);

    /// <summary>A network of torchvision as the tools saw it: segmentation models without their auxiliary heads.
    /// </summary>
    public static Network BuildAsMeasured(string name) =>
        Networks[name].ParameterNames.Contains("auxiliary") ? Build(name, ("auxiliary", false)) : Build(name);
}
