using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx;

/// <summary>Inputs whose sizes a model leaves open, and what to type so that they are known.</summary>
internal sealed class OpenInputs
{
    // As many are named as are read.
    private const int Named = 3;

    private readonly IReadOnlyList<ValueModel> _inputs;
    private readonly IReadOnlyDictionary<string, long> _known;

    public OpenInputs(IReadOnlyList<ValueModel> inputs, IReadOnlyDictionary<string, long> known)
    {
        _inputs = inputs;
        _known = known;
    }

    /// <summary>The error, which tells all that is to be given at once.</summary>
    public NetworkException Error
    {
        get
        {
            string[] inputs = [.. _inputs.Take(Named).Select(input => $"'{input.Name}' ({input.ShapeText})")];
            string more = _inputs.Count > Named ? $" and {_inputs.Count - Named} more" : string.Empty;
            return new(
                ErrorCode.InputShapeMissing,
                $"the model leaves sizes of its inputs open: {string.Join(", ", inputs)}{more}; give them, for example: "
                + string.Join(" ", new[] { Dimensions, Shapes }.Where(text => text.Length > 0)));
        }
    }

    // Names that no shape says.
    private string Dimensions
    {
        get
        {
            HashSet<string> said = [.. _inputs.Where(NeedsShape).SelectMany(Unknown)];
            string[] sizes =
            [
                .. _inputs
                    .SelectMany(input => Unknown(input).Select(name => (name, size: Example(input, name))))
                    .Where(dimension => !said.Contains(dimension.name))
                    .GroupBy(dimension => dimension.name)
                    .Select(group => $"{Quoted(group.Key)} = {group.First().size}"),
            ];
            return sizes.Length == 0 ? string.Empty : $"-Dimension @{{ {string.Join("; ", sizes)} }}";
        }
    }

    private string Shapes
    {
        get
        {
            string[] shapes =
                [.. _inputs.Where(NeedsShape).Select(input => $"{Quoted(input.Name)} = '{ExampleShape(input)}'")];
            return shapes.Length == 0 ? string.Empty : $"-InputShape @{{ {string.Join("; ", shapes)} }}";
        }
    }

    private static string Quoted(string name) => $"'{name.Replace("'", "''")}'";

    private static bool NeedsShape(ValueModel input) => input.Dimensions is not { } dimensions
        || dimensions.Any(dimension => dimension is { Size: null, Name: null });

    private static bool IsBatch(DimensionModel dimension) =>
        dimension.Name?.IndexOf("batch", StringComparison.OrdinalIgnoreCase) >= 0;

    private IEnumerable<string> Unknown(ValueModel input) => input.OpenNames.Where(name => !_known.ContainsKey(name));

    private string ExampleShape(ValueModel input) => input.Dimensions is not { } dimensions
        ? "1x3x224x224"
        : string.Join("x", dimensions.Select((dimension, axis) => dimension.Size
            ?? (dimension.Name is { } name && _known.TryGetValue(name, out long known) ? known
                : Example(input, axis))));

    private static long Example(ValueModel input, string name) => Example(
        input, input.Dimensions!.TakeWhile(dimension => dimension.Name != name).Count());

    // The batch is called so, or comes first, or behind the number of layers of a state; two open sizes of an image are
    // its height and width, three its channels too; others are lengths: of texts, whose tokens are whole numbers, or of
    // sound.
    private static long Example(ValueModel input, int axis)
    {
        IReadOnlyList<DimensionModel> dimensions = input.Dimensions!;
        bool isImage = dimensions.Count == 4
            && dimensions.Skip(1).Zip(dimensions.Skip(2), (one, next) => one.Size is null && next.Size is null)
                .Any(areOpen => areOpen);
        bool isBatch = Array.FindIndex([.. dimensions], IsBatch) is >= 0 and var batch ? axis == batch
            : axis == 0 || (axis == 1 && dimensions[0].Size > 1);
        return isBatch ? 1
            : !isImage ? (input.Type.IsReal() ? 512 : 128)
            : axis == 1 && dimensions[3].Size is null ? 3
            : 224;
    }
}
