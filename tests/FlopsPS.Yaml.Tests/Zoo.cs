using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests;

/// <summary>The networks of the zoo, as tests of tools build them.</summary>
internal static class Zoo
{
    private static readonly Dictionary<string, NetworkTemplate> s_templates = Directory
        .EnumerateFiles(Path.Combine(Repository.Module, "Zoo"), "*.yaml")
        .SelectMany(ManifestReader.ReadFile)
        .ToDictionary(template => template.Name);

    public static IReadOnlyCollection<string> Names => s_templates.Keys;

    /// <summary>A network of torchvision as the tools saw it: segmentation models without their auxiliary heads.
    /// </summary>
    public static Network Build(string model)
    {
        NetworkTemplate template = s_templates[model];
        return template.ParameterNames.Contains("auxiliary")
            ? Build(model, "auxiliary", false)
            : template.Build(NetworkRequest.None, CancellationToken.None);
    }

    /// <summary>A network with one of its parameters set.</summary>
    public static Network Build(string model, string parameter, object value)
    {
        var request = new NetworkRequest { Parameters = new Dictionary<string, object> { [parameter] = value } };
        return s_templates[model].Build(request, CancellationToken.None);
    }
}
