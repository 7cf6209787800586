using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx;

/// <summary>The sizes of the inputs of a model: those it states, those of dimensions that the caller names, and whole
/// shapes that the caller gives.</summary>
internal sealed class InputDimensions
{
    private readonly IReadOnlyList<ValueModel> _inputs;
    private readonly IEnumerable<string> _counts;
    private readonly NetworkRequest _request;

    /// <summary>Binds the sizes of a request.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="counts">The names of sizes that data decide.</param>
    /// <param name="request">What the caller says.</param>
    public InputDimensions(IReadOnlyList<ValueModel> inputs, IEnumerable<string> counts, NetworkRequest request)
    {
        _inputs = inputs;
        _counts = counts;
        _request = request;
        foreach (KeyValuePair<string, object> dimension in request.Parameters)
        {
            ByName[Known(dimension.Key)] = dimension.Value is long size and >= 0
                ? size
                : throw Invalid(
                    $"the dimension '{dimension.Key}' is {dimension.Value}, but must be a whole number of at least 0");
        }

        BindShapes();
        BindBatch();
    }

    /// <summary>The sizes of dimensions by their names.</summary>
    public Dictionary<string, long> ByName { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether sizes that the file states of its inputs are kept.</summary>
    public bool KeepStated => _inputs.All(input => input.Dimensions is not { } dimensions
        || SizesOf(input) is not { } sizes
        || dimensions.Zip(sizes, (dimension, size) => dimension.Size is null || dimension.Size == size)
            .All(isKept => isKept));

    private NetworkException Missing => new OpenInputs([.. _inputs.Where(IsOpen)], ByName).Error;

    /// <summary>The sizes of an input; null when it is no tensor.</summary>
    /// <exception cref="NetworkException">A size is not known; the message names all that are not.</exception>
    public long[]? SizesOf(ValueModel input)
    {
        if (Asked(input) is { } asked)
        {
            return Fit(input, asked);
        }

        return input.Dimensions is { } dimensions ? [.. dimensions.Select((_, axis) => SizeOf(input, axis))]
            : input.Type == ElementType.Undefined ? null
            : throw Missing;
    }

    private static NetworkException Invalid(string reason) => new(ErrorCode.ParameterInvalid, reason);

    private string Known(string name)
    {
        string[] names = [.. _inputs.SelectMany(input => input.OpenNames).Distinct()];
        return names.FirstOrDefault(known => known == name)
            ?? names.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? _counts.FirstOrDefault(known => known == name)
            ?? throw Invalid(Reason(name, names));
    }

    // Nodes whose number data decide may be many, of which most are known; one is named where nothing else is open.
    private string Reason(string name, string[] names)
    {
        string hint = NearestWord.Hint(name, [.. names, .. _counts.Distinct()]);
        return names.Length > 0 ? $"the model has no open dimension '{name}'; it has {string.Join(", ", names)}.{hint}"
            : _counts.FirstOrDefault() is not { } count
                ? $"'{name}' cannot be set: the model leaves no dimension open"
            : $"'{name}' cannot be set: the model leaves no dimension open but what data decide, by the name of the node: "
                + $"{count}.{hint}";
    }

    // A shape says what the names in it mean.
    private void BindShapes()
    {
        _request.CheckInputs([.. _inputs.Select(input => InputName(input.Name))]);
        foreach (ValueModel input in _inputs)
        {
            if (Asked(input) is { } asked && input.Dimensions is { } dimensions && asked.Length == dimensions.Count)
            {
                for (int axis = 0; axis < asked.Length; axis++)
                {
                    Bind(dimensions[axis], asked[axis], input.Name);
                }
            }
        }
    }

    // A batch is the first dimension of inputs that leave it open.
    private void BindBatch()
    {
        foreach (ValueModel input in _request.BatchSize is null ? [] : _inputs)
        {
            if (input.Dimensions is { Count: > 0 } dimensions)
            {
                Bind(dimensions[0], _request.BatchSize!.Value, input.Name);
            }
        }
    }

    private void Bind(DimensionModel dimension, long size, string input)
    {
        if (dimension is not { Size: null, Name: { } name })
        {
            return;
        }

        if (ByName.TryGetValue(name, out long other) && other != size)
        {
            throw Invalid($"the dimension '{name}' is {other} elsewhere, but {size} in the input '{input}'");
        }

        ByName[name] = size;
    }

    // What the request calls the input: names may differ in case.
    private string InputName(string name) => _request.InputShapes.Keys.FirstOrDefault(
        key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;

    private long[]? Asked(ValueModel input)
    {
        return _request.InputShapes.TryGetValue(InputName(input.Name), out TensorShape? named) ? [.. named.Sizes]
            : _request.InputShapes.TryGetValue(string.Empty, out TensorShape? only) ? [.. only.Sizes]
            : null;
    }

    // The batch may be left out.
    private long[] Fit(ValueModel input, long[] asked)
    {
        if (input.Dimensions is not { } own || own.Count == asked.Length)
        {
            return _request.BatchSize is { } batch && asked.Length > 0 ? Dims.With(asked, 0, batch) : asked;
        }

        return own.Count == asked.Length + 1
            ? [SizeOf(input, axis: 0), .. asked]
            : throw new NetworkException(
                ErrorCode.ShapeMismatch,
                $"the input '{input.Name}' is {input.ShapeText}, so it takes {own.Count} sizes, or {own.Count - 1} without "
                + $"the batch; {Dims.Text(asked)} has {asked.Length}");
    }

    private bool IsOpen(ValueModel input) => Asked(input) is { } asked
        ? asked.Length + 1 == input.Dimensions?.Count && Find(input.Dimensions[0], axis: 0) is null
        : input.Dimensions is { } dimensions ? dimensions.Where((dimension, axis) => Find(dimension, axis) is null).Any()
        : input.Type != ElementType.Undefined;

    private long SizeOf(ValueModel input, int axis) => Find(input.Dimensions![axis], axis) ?? throw Missing;

    private long? Find(DimensionModel dimension, int axis) =>
        axis == 0 && _request.BatchSize is { } batch ? batch
        : dimension.Size is { } size ? size
        : dimension.Name is { } name && ByName.TryGetValue(name, out long given) ? given
        : null;
}
