using System.Collections.Generic;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A manifest that has been read: everything but the values of its parameters is settled.</summary>
internal sealed class Manifest
{
    public string Name { get; init; } = string.Empty;

    public string Description { get; init; } = string.Empty;

    public string? File { get; init; }

    public ParameterList Parameters { get; init; } = ParameterList.None;

    public IReadOnlyList<KeyValuePair<string, InputDefinition>> Inputs { get; init; } = [];

    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>The networks that the manifest describes: its variants, or itself alone.</summary>
    public IReadOnlyList<Variant> Variants { get; init; } = [];
}
