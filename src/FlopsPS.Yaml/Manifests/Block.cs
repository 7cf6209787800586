using System.Collections.Generic;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A layer kind that the manifest defines.</summary>
internal sealed class Block
{
    public Block(string name, ParameterList parameters)
    {
        Name = name;
        Parameters = parameters;
    }

    public string Name { get; }

    public ParameterList Parameters { get; }

    /// <summary>The layers; set once they are read, since blocks may use blocks that stand below them.</summary>
    public IReadOnlyList<Step> Steps { get; set; } = [];
}
