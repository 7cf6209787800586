using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>One item of a list of layers: what it does, and under which name, how often, when and from where.</summary>
internal abstract class Step
{
    private ScalarNode? _name;
    private Value? _repeat;
    private Value? _when;
    private IReadOnlyList<ScalarNode> _from = [];

    protected Step(SourcePosition position) => Position = position;

    /// <summary>Where the kind stands in the file.</summary>
    public SourcePosition Position { get; }

    /// <summary>What the step is called when it has no name; null when it then adds no level to the paths.</summary>
    protected abstract string? DefaultName { get; }

    /// <summary>Whether a step without a name adds no level to the paths: structures.</summary>
    private bool IsTransparent => DefaultName is null && _name is null && _repeat is null;

    /// <summary>Adds what stands beside the kind.</summary>
    public Step With(ScalarNode? name, Value? repeat, Value? when, IReadOnlyList<ScalarNode> from)
    {
        _name = name;
        _repeat = repeat;
        _when = when;
        _from = from;
        return this;
    }

    /// <summary>Runs the step behind <paramref name="incoming"/>; returns what leaves it.</summary>
    public IReadOnlyList<Tensor> Run(
        Construction construction, Place place, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        Located(path: null, construction.Advance);
        if (IsTransparent && _when is null && _from.Count == 0)
        {
            return Do(construction, place, path: null, scope, incoming);
        }

        // The name is claimed even when the step is skipped: names must not depend on parameters.
        string? path = IsTransparent ? null : place.Claim(DefaultName ?? "group", _name?.Text);
        IReadOnlyList<Tensor> source = Source(place, path, incoming);
        Scope here = scope.At(source);
        if (_when is not null && !Located(path, () => _when.EvaluateTruth(here, "when")))
        {
            return incoming;
        }

        IReadOnlyList<Tensor> result = _repeat is null
            ? Do(construction, place, path, here, source)
            : Repeat(construction, place, path!, here, source);
        if (path is not null)
        {
            place.Record(path, result);
        }

        return result;
    }

    /// <summary>Runs once. Without a path the step adds no level to the paths.</summary>
    protected abstract IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming);

    /// <summary>The level that layers inside a structure belong to: its own when the structure has a path.</summary>
    protected static Place Inside(Place place, string? path) => path is null ? place : place.Below(path);

    /// <summary>Runs something and adds the path to the error it may throw.</summary>
    protected T Located<T>(string? path, System.Func<T> action)
    {
        try
        {
            return action();
        }
        catch (NetworkException error)
        {
            throw error.At(path, Position);
        }
    }

    private IReadOnlyList<Tensor> Repeat(
        Construction construction, Place place, string path, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        long times = Located(path, () => _repeat!.EvaluateWhole(scope, "repeat", least: 0));
        IReadOnlyList<Tensor> current = incoming;
        for (long index = 0; index < times; index++)
        {
            Located(path, construction.Advance);
            var turn = new Scope(scope.At(current));
            turn.Set("index", index);
            string numbered = Place.Numbered(path, index);
            current = Do(construction, place, numbered, turn, current);
            place.Record(numbered, current);
        }

        return current;
    }

    private IReadOnlyList<Tensor> Source(Place place, string? path, IReadOnlyList<Tensor> incoming)
    {
        return _from.Count == 0 ? incoming : [.. _from.SelectMany(name => place.Find(name.Text)
            ?? throw name.Invalid(
                $"no earlier layer or input is named '{name.Text}'." + NearestWord.Hint(name.Text, place.Names()),
                ErrorCode.LayerNameUnknown).At(path))];
    }
}
