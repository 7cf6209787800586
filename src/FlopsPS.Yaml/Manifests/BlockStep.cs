using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A use of a block that the manifest defines.</summary>
internal sealed class BlockStep : Step
{
    // A use has a level of names and values of its own.
    private const int StepsPerUse = 4;
    private const int ParametersPerStep = 4;

    private readonly Block _block;
    private readonly IReadOnlyDictionary<string, Value> _arguments;

    public BlockStep(Block block, IReadOnlyDictionary<string, Value> arguments, SourcePosition position)
        : base(position)
    {
        _block = block;
        _arguments = arguments;
    }

    protected override string DefaultName => _block.Name;

    protected override IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        // A block sees the manifest's parameters and its own, not the names of the place that uses it.
        return Located(path, () =>
        {
            construction.Advance(StepsPerUse + (_block.Parameters.Names.Count / ParametersPerStep));
            Scope inner = _block.Parameters.Bind(
                name => _arguments.TryGetValue(name, out Value? value) ? value.Evaluate(scope) : null,
                new Scope(construction.Globals.At(incoming)));
            return StepList.Run(_block.Steps, construction, place.Below(path!), inner, incoming);
        });
    }
}
