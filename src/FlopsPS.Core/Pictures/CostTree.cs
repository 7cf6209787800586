using System.Collections.Generic;

namespace FlopsPS.Pictures;

/// <summary>Builds the hierarchy of a network out of the paths of its layers.</summary>
internal sealed class CostTree
{
    /// <summary>The levels below the root; what is deeper hangs there, its name the rest of its path.</summary>
    public const int Levels = 32;

    private static readonly char[] s_separator = ['/'];

    private readonly Dictionary<(CostBranch Parent, string Name), CostBranch> _branches = [];

    public CostTree(string name) => Root = new CostBranch(name, parent: null);

    /// <summary>The network.</summary>
    public CostBranch Root { get; }

    /// <summary>The branch at a path, with all that leads to it.</summary>
    public CostBranch At(string path)
    {
        CostBranch branch = Root;
        foreach (string name in path.Split(s_separator, Levels))
        {
            if (!_branches.TryGetValue((branch, name), out CostBranch? next))
            {
                next = new CostBranch(name, branch);
                _branches.Add((branch, name), next);
            }

            branch = next;
        }

        return branch;
    }
}
