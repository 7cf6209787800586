using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>Layers that share a name, a condition or a repetition.</summary>
internal sealed class GroupStep : Step
{
    private readonly IReadOnlyList<Step> _steps;

    public GroupStep(IReadOnlyList<Step> steps, SourcePosition position)
        : base(position) => _steps = steps;

    protected override string? DefaultName => null;

    protected override IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming) =>
        StepList.Run(_steps, construction, Inside(place, path), scope, incoming);
}
