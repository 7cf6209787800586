using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>The same layers once per row of a table of settings, as papers print them.</summary>
internal sealed class ForeachStep : Step
{
    private readonly IReadOnlyList<IReadOnlyList<Value>> _rows;
    private readonly IReadOnlyList<string> _names;
    private readonly IReadOnlyList<Step> _steps;

    public ForeachStep(
        IReadOnlyList<IReadOnlyList<Value>> rows,
        IReadOnlyList<string> names,
        IReadOnlyList<Step> steps,
        SourcePosition position)
        : base(position)
    {
        _rows = rows;
        _names = names;
        _steps = steps;
    }

    protected override string? DefaultName => null;

    protected override IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        IReadOnlyList<Tensor> current = incoming;
        for (int row = 0; row < _rows.Count; row++)
        {
            construction.Advance(current.Count + _names.Count);
            Scope outer = scope.At(current);
            var inner = new Scope(outer);
            inner.Set("index", (long)row);
            for (int i = 0; i < _names.Count; i++)
            {
                inner.Set(_names[i], _rows[row][i].Evaluate(outer));
            }

            Place level = Inside(place, path is null ? null : Place.Numbered(path, row));
            current = StepList.Run(_steps, construction, level, inner, current);
        }

        return current;
    }
}
