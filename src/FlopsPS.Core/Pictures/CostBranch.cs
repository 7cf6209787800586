using System.Collections.Generic;
using FlopsPS.Counting;

namespace FlopsPS.Pictures;

/// <summary>A network, a block or a layer in the hierarchy of what things cost.</summary>
internal sealed class CostBranch
{
    private readonly List<CostBranch> _children = [];

    public CostBranch(string name, CostBranch? parent)
    {
        Name = name;
        Parent = parent;
        parent?._children.Add(this);
    }

    /// <summary>The last part of the path; for the root the network's name.</summary>
    public string Name { get; }

    /// <summary>What this is a part of; null for the root.</summary>
    public CostBranch? Parent { get; }

    /// <summary>The parts, in the order in which their first layers run.</summary>
    public IReadOnlyList<CostBranch> Children => _children;

    /// <summary>The layer; null for a block without a cost of its own.</summary>
    public LayerCost? Layer { get; private set; }

    /// <summary>The family of the layer.</summary>
    public LayerFamily Family { get; private set; }

    /// <summary>What the layer costs.</summary>
    public long Own { get; private set; }

    /// <summary>What the layer and all parts cost.</summary>
    public long Total { get; private set; }

    /// <summary>The layers in it that cost something.</summary>
    public int CostlyLayers { get; private set; }

    /// <summary>The path without the network's name.</summary>
    public string Path => Layer?.Layer ?? (Parent?.Parent is null ? Name : Parent.Path + "/" + Name);

    /// <summary>The branches from the first below the root to this one.</summary>
    public IEnumerable<CostBranch> Line
    {
        get
        {
            var line = new Stack<CostBranch>();
            for (CostBranch branch = this; branch.Parent is { } parent; branch = parent)
            {
                line.Push(branch);
            }

            return line;
        }
    }

    /// <summary>Makes the branch a layer, and adds its cost to all that it is a part of.</summary>
    public void Hold(LayerCost layer, LayerFamily family, long cost)
    {
        Layer = layer;
        Family = family;
        Own = cost;
        for (CostBranch? branch = this; branch is not null; branch = branch.Parent)
        {
            branch.Total += cost;
            branch.CostlyLayers += cost > 0 ? 1 : 0;
        }
    }
}
