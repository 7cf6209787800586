using System.Collections.Generic;
using FlopsPS.Tensors;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A manifest that has been read: everything but the values of its parameters is settled.</summary>
internal sealed class Manifest
{
    public string Name { get; init; } = string.Empty;

    public string Description { get; init; } = string.Empty;

    public string? File { get; init; }

    public ParameterList Parameters { get; init; } = ParameterList.None;

    public IReadOnlyList<KeyValuePair<string, InputDefinition>> Inputs { get; init; } = [];

    /// <summary>The type of all weights that do not say their own, or null.</summary>
    public DataType? DataType { get; init; }

    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>The networks that the manifest describes: its variants, or itself alone.</summary>
    public IReadOnlyList<Variant> Variants { get; init; } = [];
}
