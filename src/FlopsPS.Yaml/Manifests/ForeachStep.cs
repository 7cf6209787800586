using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>The same layers once per row of a table of settings, as papers print them.</summary>
internal sealed class ForeachStep : Step
{
    private readonly IReadOnlyList<IReadOnlyList<Value>> _rows;
    private readonly Value? _held;
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

    /// <summary>Runs over the table that an expression yields: a parameter, which variants may set.</summary>
    public ForeachStep(
        Value held, IReadOnlyList<string> names, IReadOnlyList<Step> steps, SourcePosition position)
        : this([], names, steps, position) => _held = held;

    protected override string? DefaultName => null;

    protected override IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        IReadOnlyList<Tensor> current = incoming;
        IReadOnlyList<IReadOnlyList<Value>> rows = _held?.EvaluateTable(scope, _names.Count) ?? _rows;
        for (int row = 0; row < rows.Count; row++)
        {
            construction.Advance(current.Count + _names.Count);
            Scope outer = scope.At(current);
            var inner = new Scope(outer);
            inner.Set("index", (long)row);
            for (int i = 0; i < _names.Count; i++)
            {
                inner.Set(_names[i], rows[row][i].Evaluate(outer));
            }

            Place level = Inside(place, path is null ? null : Place.Numbered(path, row));
            current = StepList.Run(_steps, construction, level, inner, current);
        }

        return current;
    }
}
