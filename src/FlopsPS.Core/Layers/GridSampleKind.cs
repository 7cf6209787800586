using System.Collections.Generic;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Reads a map at the places that a second input names: a position, from -1 to 1 on each axis, for every
/// output element of a channel.</summary>
/// <remarks>Source: torch.nn.functional.grid_sample. Over three axes bilinear is trilinear.</remarks>
internal sealed class GridSampleKind : LayerKind
{
    private readonly Argument<string> _mode;

    public GridSampleKind()
        : base("gridsample", "Samples a map at the positions of a grid: inputs [map, grid].")
    {
        _mode = Word("mode", "How an element is made of its neighbours.", "bilinear", "nearest", "bicubic")
            .Or("bilinear");
        Word("padding_mode", "What lies outside of the map; changes no count.", "zeros", "border", "reflection")
            .Or("zeros");
        Boolean("align_corners", "Whether -1 and 1 are the centres of the outermost elements; changes no count.")
            .Or(false);
    }

    public override string Formula =>
        "no parameters, no multiply-accumulates; full counts the weighted sum of the neighbours, not their weights";

    internal override (int Least, int Most) InputCount => (2, 2);

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs)
    {
        TensorShape map = inputs[0];
        TensorShape grid = inputs[1];
        int axes = map.SpatialRank;
        if (axes is not (2 or 3))
        {
            throw Mismatch($"{map} comes in, but a batch, channels and 2 or 3 spatial axes are needed");
        }

        if (layer.Get(_mode) == "bicubic" && axes != 2)
        {
            throw Mismatch($"bicubic works on 2 spatial axes, but {map} has {axes}");
        }

        if (grid.Rank != map.Rank || grid[0] != map[0] || grid[-1] != axes)
        {
            throw Mismatch(
                $"the grid {grid} does not go with the map {map}: it needs a batch of {map[0]}, {axes} spatial axes "
                + $"and a position of {axes} numbers at the end");
        }

        var spatial = new long[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            spatial[axis] = grid[axis + 1];
        }

        return [map.WithMap(map[1], spatial)];
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        (string mode, long taps) = (call.Layer.Get(_mode), call.Input.SpatialRank) switch
        {
            ("bilinear", 3) => ("trilinear", 8),
            ("bilinear", _) => ("bilinear", 4),
            ("bicubic", _) => ("bicubic", 16),
            _ => ("nearest", 1),
        };
        to.Do(new Interpolation(mode, call.Output.Elements, taps));
    }
}
