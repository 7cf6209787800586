using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>
/// Parallel paths, joined at the end; an empty path is the identity. All start from the same input; where as many
/// tensors come in as there are paths (behind a split), each path starts from its own.
/// </summary>
internal sealed class BranchesStep : Step
{
    private readonly IReadOnlyList<IReadOnlyList<Step>> _paths;
    private readonly Layer _join;

    public BranchesStep(IReadOnlyList<IReadOnlyList<Step>> paths, Layer join, SourcePosition position)
        : base(position)
    {
        _paths = paths;
        _join = join;
    }

    protected override string? DefaultName => null;

    protected override IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        Place inside = Inside(place, path);
        bool eachItsOwn = incoming.Count > 1 && incoming.Count == _paths.Count;
        var ends = new List<Tensor>();
        for (int i = 0; i < _paths.Count; i++)
        {
            IReadOnlyList<Tensor> start = eachItsOwn ? [incoming[i]] : incoming;
            construction.Advance(start.Count);
            Place branch = inside.Below(inside.Claim("branch", name: null));
            ends.AddRange(StepList.Run(_paths[i], construction, branch, scope.At(start), start));
        }

        string joint = inside.Claim(_join.Kind, name: null);
        return Joint.Join(construction, inside, joint, _join, ends, Position);
    }
}
