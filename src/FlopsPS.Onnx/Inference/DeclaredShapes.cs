using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Operators;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Inference;

/// <summary>
/// The shapes that a file declares of the values in its graphs. One stands in where only running the network would tell
/// a shape; elsewhere operators are believed.
/// </summary>
internal sealed class DeclaredShapes
{
    private readonly IReadOnlyDictionary<string, long> _dimensions;
    private readonly bool _areMeant;

    /// <summary>Takes what the file is used with.</summary>
    /// <param name="dimensions">The sizes of named dimensions.</param>
    /// <param name="areMeant">Whether the inputs have the sizes that the file declares; of others it says nothing.
    /// </param>
    public DeclaredShapes(IReadOnlyDictionary<string, long> dimensions, bool areMeant)
    {
        _dimensions = dimensions;
        _areMeant = areMeant;
    }

    /// <summary>How many a node makes where data decide it, if the caller says it.</summary>
    public long? Count(NodeModel node) =>
        _dimensions.TryGetValue(DataCounts.NameOf(node), out long count) ? count : null;

    /// <summary>The value of a name, of which no more is known than is declared.</summary>
    public Value Of(string name, Scope scope)
    {
        if (!scope.Declared.TryGetValue(name, out ValueModel? declared))
        {
            return new(name, ElementType.Undefined, sizes: null);
        }

        long?[]? sizes = SizesOf(declared);
        bool isWhole = _areMeant && sizes?.All(size => size is not null) == true;
        return new(name, declared.Type, isWhole ? [.. sizes!.Select(size => size!.Value)] : null);
    }

    /// <summary>How a value is otherwise than it is declared; null when it is as declared, or nothing is.</summary>
    public string? Difference(string name, Value value, Scope scope)
    {
        return !_areMeant || value.Sizes is not { } made
            || !scope.Declared.TryGetValue(name, out ValueModel? declared)
            || SizesOf(declared) is not { } sizes
            || Fits(sizes, made)
            ? null
            : $"the file declares '{name}' as {DimensionModel.Text(declared.Dimensions!)}, but its operators make "
                + $"{Dims.Text(made)}, which is what counts";
    }

    private static bool Fits(long?[] declared, long[] made) => declared.Length == made.Length
        && declared.Zip(made, (size, other) => size is null || size == other).All(fits => fits);

    private long?[]? SizesOf(ValueModel declared) => declared.Dimensions is { } dimensions
        ? [.. dimensions.Select(SizeOf)]
        : null;

    private long? SizeOf(DimensionModel dimension) => dimension.Size is { } size ? size
        : dimension.Name is { } name && _dimensions.TryGetValue(name, out long given) ? given
        : null;
}
