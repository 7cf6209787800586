using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>Makes the network of a manifest, or of one of its variants, for given parameters and shapes.</summary>
internal sealed class ManifestTemplate : NetworkTemplate
{
    private readonly Manifest _manifest;
    private readonly Variant _variant;

    // What was asked of the network that this template makes again with changes.
    private readonly NetworkRequest _own;

    public ManifestTemplate(Manifest manifest, Variant variant)
        : this(manifest, variant, NetworkRequest.None)
    {
    }

    private ManifestTemplate(Manifest manifest, Variant variant, NetworkRequest own)
    {
        _manifest = manifest;
        _variant = variant;
        _own = own;
    }

    public override string Name => _variant.Name;

    public override IReadOnlyList<string> ParameterNames => _manifest.Parameters.Names;

    public override Network Build(NetworkRequest request, CancellationToken cancellation)
    {
        request.Check();
        return Make(_own.With(request), cancellation);
    }

    private Network Make(NetworkRequest request, CancellationToken cancellation)
    {
        Scope scope = Globals(request);
        request.CheckInputs([.. _manifest.Inputs.Select(input => input.Key)]);
        var construction = new Construction(scope, cancellation);
        var place = new Place(_manifest.DataType);
        var current = new List<Tensor>();
        foreach (KeyValuePair<string, InputDefinition> input in _manifest.Inputs)
        {
            TensorShape own = input.Value.Evaluate(scope);
            TensorShape shape = Shape(request, input.Key, own);
            construction.IsResized |= !shape.Equals(own);
            Tensor tensor = construction.Builder.AddInput(
                input.Key, shape, input.Value.Layout == InputDefinition.AnyLayout ? null : input.Value.Layout);
            place.Record(input.Key, [tensor]);
            current.Add(tensor);
        }

        IReadOnlyList<Tensor> outputs = StepList.Run(_manifest.Steps, construction, place, scope, current);
        return construction.Builder.Build(
            Name,
            outputs,
            new ManifestTemplate(_manifest, _variant, request),
            _manifest.Description,
            _variant.Source,
            _manifest.File);
    }

    // Who asks for a shape of the same rank means the same axes: 1x16x100 is tokens to nobody where the manifest says
    // channels and length.
    private static TensorShape Shape(NetworkRequest request, string input, TensorShape own)
    {
        TensorShape shape = request.ShapeOf(input, own);
        return shape.Rank == own.Rank ? new(shape.Sizes, own.Layout) : shape;
    }

    private Scope Globals(NetworkRequest request)
    {
        foreach (string name in request.Parameters.Keys)
        {
            if (!_manifest.Parameters.Contains(name))
            {
                throw _manifest.Parameters.Unknown(name, $"'{Name}'", ErrorCode.ParameterInvalid);
            }
        }

        var constants = new Scope();
        return _manifest.Parameters.Bind(
            name => request.Parameters.TryGetValue(name, out object? asked) ? Operand.Raw(name, asked)
                : _variant.Values.TryGetValue(name, out Value? value) ? value.Evaluate(constants)
                : null,
            new Scope());
    }
}
