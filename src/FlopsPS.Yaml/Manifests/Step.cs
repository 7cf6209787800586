using System;
using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>One item of a list of layers: what it does, and under which name, how often, when and from where.</summary>
internal abstract class Step
{
    // A tensor more is kept with a shape, a name and an entry.
    private const int StepsPerTensor = 3;

    private ScalarNode? _name;
    private Value? _repeat;
    private Value? _when;
    private Value? _shared;
    private DataType? _dataType;
    private IReadOnlyList<ScalarNode>? _from;

    protected Step(SourcePosition position) => Position = position;

    /// <summary>Where the kind stands in the file.</summary>
    public SourcePosition Position { get; }

    /// <summary>What the step is called when it has no name; null when it then adds no level to the paths.</summary>
    protected abstract string? DefaultName { get; }

    /// <summary>Whether a step without a name adds no level to the paths: structures.</summary>
    private bool IsTransparent => DefaultName is null && _name is null && _repeat is null;

    /// <summary>Adds what stands beside the kind.</summary>
    public Step With(
        ScalarNode? name,
        Value? repeat,
        Value? when,
        IReadOnlyList<ScalarNode>? from,
        Value? shared,
        DataType? dataType)
    {
        _name = name;
        _repeat = repeat;
        _when = when;
        _from = from;
        _shared = shared;
        _dataType = dataType;
        return this;
    }

    /// <summary>Runs the step behind <paramref name="incoming"/>; returns what leaves it.</summary>
    /// <exception cref="NetworkException">Always with the place of this step or of one inside it.</exception>
    public IReadOnlyList<Tensor> Run(
        Construction construction, Place place, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        string? path = null;
        try
        {
            construction.Advance();
            if (!IsTransparent)
            {
                // Claimed even when the step is skipped: names must not depend on parameters.
                path = place.Claim(DefaultName ?? "group", _name?.Text);
            }

            IReadOnlyList<Tensor> source = _from is null ? incoming : Source(_from, construction, place);
            Scope here = scope.At(source);
            if (_when?.EvaluateTruth(here, "when") == false)
            {
                return incoming;
            }

            return Record(construction, place, path, _repeat is null
                ? Do(construction, Holding(place, here), Free(place, path), here, source)
                : Repeat(construction, place, Free(place, path)!, here, source));
        }
        catch (NetworkException error) when (Lacks(error, path))
        {
            throw error.At(path, Position);
        }
    }

    /// <summary>Runs once. Without a path the step adds no level to the paths.</summary>
    protected abstract IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming);

    /// <summary>The level that layers inside a structure belong to: its own when the structure has a path.</summary>
    protected static Place Inside(Place place, string? path) => path is null ? place : place.Below(path);

    /// <summary>Runs something and adds the path, with the number of its repetition, to the error it may throw.
    /// </summary>
    protected T Located<T>(string? path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (NetworkException error) when (Lacks(error, path))
        {
            throw error.At(path, Position);
        }
    }

    // Each level that catches and throws takes stack of its own, and levels are many: only where something is added.
    private static bool Lacks(NetworkException error, string? path) =>
        error.Position is null || (error.Layer is null && path is not null);

    private static string? Free(Place place, string? path)
    {
        return path is null || !place.IsTaken(path)
            ? path
            : throw new NetworkException(
                ErrorCode.ManifestInvalid, "an earlier layer or input has this name; give one of them another");
    }

    private IReadOnlyList<Tensor> Record(
        Construction construction, Place place, string? path, IReadOnlyList<Tensor> result)
    {
        construction.Advance(StepsPerTensor * (result.Count - 1));
        if (path is not null)
        {
            place.Record(path, result);
            if (_repeat is null)
            {
                // Behind a repeated step the numbers are those of the repetitions.
                place.RecordParts(path, result);
            }
        }

        return result;
    }

    private IReadOnlyList<Tensor> Repeat(
        Construction construction, Place place, string path, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        long times = _repeat!.EvaluateWhole(scope, "repeat", least: 0);
        IReadOnlyList<Tensor> current = incoming;
        for (long index = 0; index < times; index++)
        {
            construction.Advance(current.Count);
            var turn = new Scope(scope.At(current));
            turn.Set("index", index);
            string numbered = Place.Numbered(path, index);
            current = Do(construction, Holding(place, turn), numbered, turn, current);
            place.Record(numbered, current);
            place.RecordParts(numbered, current);
        }

        return current;
    }

    private Place Holding(Place place, Scope scope) =>
        (_shared?.EvaluateTruth(scope, "shared") == true ? place.Sharing() : place).Typed(_dataType);

    private static IReadOnlyList<Tensor> Source(
        IReadOnlyList<ScalarNode> from, Construction construction, Place place)
    {
        var tensors = new List<Tensor>();
        foreach (ScalarNode name in from)
        {
            IReadOnlyList<Tensor> found = place.Find(name.Text) ?? throw name.Invalid(
                $"no earlier layer or input is named '{name.Text}'." + NearestWord.Hint(name.Text, place.Names()),
                ErrorCode.LayerNameUnknown);
            construction.Advance(found.Count);
            tensors.AddRange(found);
        }

        return tensors;
    }
}
