using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>Layers beside the network that only training runs, such as an auxiliary classifier: they hold parameters,
/// but count no operations, and what came in leaves again.</summary>
internal sealed class TrainingStep : Step
{
    private readonly IReadOnlyList<Step> _steps;

    public TrainingStep(IReadOnlyList<Step> steps, SourcePosition position)
        : base(position) => _steps = steps;

    protected override string DefaultName => StepReader.Training;

    protected override IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        StepList.Run(_steps, construction, place.Below(path!, NodeRole.Idle), scope, incoming);
        return incoming;
    }
}
