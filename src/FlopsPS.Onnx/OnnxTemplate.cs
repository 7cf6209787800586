using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using FlopsPS.Networks;
using FlopsPS.Onnx.Fusions;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Lowering;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Operators;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx;

/// <summary>Makes the network of a model for given sizes of its dimensions.</summary>
internal sealed class OnnxTemplate : NetworkTemplate
{
    private readonly OnnxModel _model;
    private readonly string _path;
    private readonly IReadOnlyList<ValueModel> _inputs;
    private readonly NetworkRequest _own;

    public OnnxTemplate(OnnxModel model, string path)
        : this(model, path, NetworkRequest.None)
    {
    }

    private OnnxTemplate(OnnxModel model, string path, NetworkRequest own)
    {
        _model = model;
        _path = path;
        _own = own;

        // Until version 3 of the format the stored tensors are inputs too.
        var stored = new HashSet<string>(model.Graph.Initializers.Select(tensor => tensor.Name));
        _inputs = [.. model.Graph.Inputs.Where(input => !stored.Contains(input.Name))];
    }

    public override string Name => Path.GetFileNameWithoutExtension(_path);

    /// <summary>The names of dimensions that the model leaves open.</summary>
    public override IReadOnlyList<string> ParameterNames =>
        [.. _inputs.SelectMany(input => input.OpenNames).Distinct()];

    public override bool FitsShapes => true;

    public override Network Build(NetworkRequest request, CancellationToken cancellation)
    {
        var position = new SourcePosition(_path, line: 0, column: 0);
        try
        {
            request.Check();
            return Make(_own.With(request), position, cancellation);
        }
        catch (NetworkException error)
        {
            throw error.At(layer: null, position);
        }
    }

    private Network Make(NetworkRequest request, SourcePosition position, CancellationToken cancellation)
    {
        var dimensions = new InputDimensions(_inputs, DataCounts.NamesIn(_model), request);
        var scope = new Scope();
        var builder = new NetworkBuilder();
        var emission = new Emission(builder, position);
        var inputs = new HashSet<Value>();
        foreach (ValueModel input in _inputs)
        {
            if (scope.Has(input.Name))
            {
                throw new NetworkException(ErrorCode.ModelInvalid, $"there are two inputs '{input.Name}'");
            }

            long[]? sizes = dimensions.SizesOf(input);
            var value = new Value(input.Name, input.Type, sizes);
            scope.Set(input.Name, value);
            inputs.Add(value);
            if (sizes is not null)
            {
                // The cache of a decoder is empty before the first token; a batch only is where the file states it.
                var shape = new TensorShape(sizes.Length == 0 || sizes[0] > 0 || input.Dimensions?[0].Size == 0
                    ? sizes
                    : throw Call.Mismatch(
                        $"the input '{input.Name}' is {Dims.Text(sizes)}, but the first of its sizes must be at least 1"));
                emission.Bind(value, builder.AddInput(input.Name, shape, mayBeEmpty: true));
            }
        }

        var declared = new DeclaredShapes(dimensions.ByName, dimensions.KeepStated);
        var walk = new Walk(_model, declared, cancellation);
        Value[] outputs = walk.Run(_model.Graph, scope, string.Empty, _model.Sets.Version);
        emission.AddAll(Fusion.Of(walk.Calls, outputs));
        emission.AddFolded();
        string?[] warnings =
        [
            .. walk.Remarks.All,
            InputWeights.Warning(walk.Calls, inputs),
            BlockedOperators.Warning(walk.Calls),
        ];
        foreach (string warning in warnings.OfType<string>())
        {
            builder.Warn($"{_path}: {warning}");
        }

        return builder.Build(
            Name,
            [.. outputs.Select(emission.Find).OfType<Tensor>()],
            new OnnxTemplate(_model, _path, request),
            path: _path);
    }
}
