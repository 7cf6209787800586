using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>What a manifest says of a layer in place of its kind: the shapes that come out, the tensors it stores.
/// </summary>
internal sealed class StatedFacts
{
    /// <summary>The key of the shapes.</summary>
    public const string Makes = "makes";

    /// <summary>The key of the tensors.</summary>
    public const string Weights = "weights";

    private readonly Value? _makes;
    private readonly IReadOnlyList<StoredWeight>? _weights;

    private StatedFacts(Value? makes, IReadOnlyList<StoredWeight>? weights)
    {
        _makes = makes;
        _weights = weights;
    }

    /// <summary>Whether something is said.</summary>
    public bool Any => _makes is not null || _weights is not null;

    /// <summary>Reads what a map says.</summary>
    public static StatedFacts Read(MapNode map) => new(
        map.Find(Makes) is { } makes ? Value.Read(makes, []) : null,
        map.Find(Weights) is { } weights ? StoredWeight.ReadAll(weights) : null);

    /// <summary>Adds a layer.</summary>
    public IReadOnlyList<Tensor> Add(
        Construction construction,
        Place place,
        string path,
        Layer layer,
        Scope scope,
        IReadOnlyList<Tensor> incoming,
        SourcePosition position)
    {
        if (construction.IsResized && _makes is not null)
        {
            throw new NetworkException(
                ErrorCode.ShapeMismatch,
                "the shapes that it makes are written down, and fit only the inputs as the manifest has them; import "
                + "the model that it comes from with the other sizes, and export that");
        }

        return construction.Builder.AddStated(
            path,
            layer,
            incoming,
            _makes is null ? null : [.. Shapes(_makes.Evaluate(scope), scope).Select(sizes => new TensorShape(sizes))],
            _weights is null ? null : [.. _weights.Select(weight => weight.Make(scope, place.DataType))],
            position,
            place.Role,
            place.DataType).Outputs;
    }

    // 1x64x56x56 is one shape, a list of such is several, and none is none.
    private IEnumerable<IReadOnlyList<long>> Shapes(object value, Scope scope) =>
        value is object[] list && Array.TrueForAll(list, item => item is object[])
            ? list.Select(item => _makes!.ShapeOf(item, Makes))
            : [_makes!.EvaluateShape(scope, Makes)];
}
