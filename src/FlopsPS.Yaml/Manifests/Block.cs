using System.Collections.Generic;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A layer kind that the manifest defines.</summary>
internal sealed class Block
{
    public Block(string name, ParameterList parameters, SourcePosition position)
    {
        Name = name;
        Parameters = parameters;
        Position = position;
    }

    public string Name { get; }

    public ParameterList Parameters { get; }

    public SourcePosition Position { get; }

    /// <summary>The layers; set once they are read, since blocks may use blocks that stand below them.</summary>
    public IReadOnlyList<Step> Steps { get; set; } = [];
}
