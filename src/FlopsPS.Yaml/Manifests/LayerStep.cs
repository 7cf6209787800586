using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A built-in layer.</summary>
internal sealed class LayerStep : Step
{
    private readonly LayerKind _kind;
    private readonly IReadOnlyList<KeyValuePair<Argument, Value>> _arguments;
    private readonly Lazy<Layer>? _constant;
    private StatedFacts? _facts;

    public LayerStep(LayerKind kind, IReadOnlyList<KeyValuePair<Argument, Value>> arguments, SourcePosition position)
        : base(position)
    {
        _kind = kind;
        _arguments = arguments;
        if (arguments.All(argument => argument.Value.IsConstant))
        {
            _constant = new(() => Bind(new Scope()));
        }
    }

    protected override string DefaultName => _kind.Name;

    /// <summary>Says what the layer makes or stores in place of what its kind says.</summary>
    public void State(StatedFacts facts) => _facts = facts;

    protected override IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        Layer layer = _constant is null ? Located(path, () => Bind(scope)) : Located(path, () => _constant.Value);
        return _facts is { } facts
            ? Located(path, () => facts.Add(construction, place, path!, layer, scope, incoming, Position))
            : construction.Builder.Add(path!, layer, incoming, Position, place.Role, place.DataType).Outputs;
    }

    private Layer Bind(Scope scope)
    {
        var given = new Dictionary<string, object>(_arguments.Count, StringComparer.Ordinal);
        foreach (KeyValuePair<Argument, Value> argument in _arguments)
        {
            given.Add(argument.Key.Name, argument.Value.EvaluateFor(argument.Key, scope));
        }

        try
        {
            return _kind.Create(given);
        }
        catch (NetworkException error) when (error.Argument is { } name)
        {
            throw error.At(layer: null, _arguments.FirstOrDefault(pair => pair.Key.Name == name).Value?.Position);
        }
    }
}
