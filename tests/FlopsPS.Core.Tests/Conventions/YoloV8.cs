using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>
/// YOLOv8 for COCO, as ultralytics/cfg/models/v8/yolov8.yaml says it and ultralytics/nn/tasks.py, nn/modules build it.
/// </summary>
internal sealed class YoloV8
{
    private const long Classes = 80;
    private const long Bins = 16; // of each side of a box

    private readonly NetworkBuilder _builder = new();
    private readonly double _depth;
    private readonly double _width;
    private readonly long _most;

    private YoloV8(double depth, double width, long most)
    {
        _depth = depth;
        _width = width;
        _most = most;
    }

    public static Network Build(double depth, double width, long mostChannels, long resolution) =>
        new YoloV8(depth, width, mostChannels).Build(resolution);

    private Network Build(long resolution)
    {
        Tensor x = _builder.AddInput("image", Nets.Shape(1, 3, resolution, resolution));
        x = Conv(Conv(x, Scaled(64), 3, 2), Scaled(128), 3, 2);
        x = Conv(C2f(x, 128, 3, hasShortcuts: true), Scaled(256), 3, 2);
        Tensor third = C2f(x, 256, 6, hasShortcuts: true);
        Tensor fourth = C2f(Conv(third, Scaled(512), 3, 2), 512, 6, hasShortcuts: true);
        Tensor fifth = Pyramid(C2f(Conv(fourth, Scaled(1024), 3, 2), 1024, 3, hasShortcuts: true), Scaled(1024));

        Tensor up = C2f(Concat(Upsample(fifth), fourth), 512, 3, hasShortcuts: false);
        Tensor small = C2f(Concat(Upsample(up), third), 256, 3, hasShortcuts: false);
        Tensor medium = C2f(Concat(Conv(small, Scaled(256), 3, 2), up), 512, 3, hasShortcuts: false);
        Tensor large = C2f(Concat(Conv(medium, Scaled(512), 3, 2), fifth), 1024, 3, hasShortcuts: false);
        return _builder.Build("yolov8", Detect(small, medium, large));
    }

    private long Scaled(long channels) => (long)Math.Ceiling(Math.Min(channels, _most) * _width / 8) * 8;

    private Tensor Conv(Tensor x, long channels, long kernel, long stride = 1)
    {
        Tensor map = Add(
            Nets.Layer("conv", ("out", channels), ("kernel", kernel), ("stride", stride), ("padding", kernel / 2),
                ("bias", false)),
            x);
        return Add(Nets.Layer("silu"), Add(Nets.Layer("batchnorm"), map));
    }

    private Tensor C2f(Tensor x, long channels, int repeats, bool hasShortcuts)
    {
        long scaled = Scaled(channels);
        Tensor map = Conv(x, scaled, 1);
        Layer split = Nets.Layer("split", ("parts", 2));
        List<Tensor> parts = [.. _builder.Add($"split{_builder.Count}", split, [map]).Outputs];
        int blocks = Math.Max((int)Math.Round(repeats * _depth), 1);
        for (int block = 0; block < blocks; block++)
        {
            Tensor last = parts[^1];
            Tensor made = Conv(Conv(last, scaled / 2, 3), scaled / 2, 3);
            parts.Add(hasShortcuts ? Add(Nets.Layer("add"), last, made) : made);
        }

        return Conv(Concat([.. parts]), scaled, 1);
    }

    // SPPF
    private Tensor Pyramid(Tensor x, long channels)
    {
        List<Tensor> maps = [Conv(x, x.Shape[1] / 2, 1)];
        for (int pool = 0; pool < 3; pool++)
        {
            maps.Add(Add(Nets.Layer("maxpool", ("kernel", 5), ("stride", 1), ("padding", 2)), maps[^1]));
        }

        return Conv(Concat([.. maps]), channels, 1);
    }

    private Tensor[] Detect(params Tensor[] maps)
    {
        long boxes = Math.Max(Math.Max(16, maps[0].Shape[1] / 4), 4 * Bins);
        long classes = Math.Max(maps[0].Shape[1], Math.Min(Classes, 100));
        Tensor[] sides = [.. maps.Select(map => Tower(map, boxes, 4 * Bins))];
        Tensor[] scores = [.. maps.Select(map => Tower(map, classes, Classes))];

        // The distribution over the bins of each side, one after the other.
        Tensor[] rows = [.. sides.Select(map =>
            Add(Nets.Layer("reshape", ("shape", new long[] { 4, Bins, map.Shape[2] * map.Shape[3] })), map))];
        Tensor all = Add(Nets.Layer("concat", ("axis", 3)), rows);
        Tensor bins = Add(Nets.Layer("permute", ("order", new long[] { 0, 2, 1, 3 })), all);
        Tensor mean = Add(Nets.Layer("conv", ("out", 1), ("kernel", 1), ("bias", false)), bins);
        return [mean, .. scores];
    }

    private Tensor Tower(Tensor x, long channels, long outputs) =>
        Add(Nets.Layer("conv", ("out", outputs), ("kernel", 1)), Conv(Conv(x, channels, 3), channels, 3));

    private Tensor Upsample(Tensor x) => Add(Nets.Layer("upsample", ("scale", 2)), x);

    private Tensor Concat(params Tensor[] maps) => Add(Nets.Layer("concat"), maps);

    private Tensor Add(Layer layer, params Tensor[] inputs) =>
        _builder.Add($"{layer.Kind}{_builder.Count}", layer, inputs).Outputs[0];
}
