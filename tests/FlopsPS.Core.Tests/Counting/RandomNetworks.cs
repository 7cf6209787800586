using System.Collections.Generic;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Networks;
using static FlopsPS.Core.Tests.Nets;

namespace FlopsPS.Core.Tests.Counting;

/// <summary>Small networks, fixed and random, in a hierarchy of blocks.</summary>
internal static class RandomNetworks
{
    private static readonly Layer[] s_layers =
    [
        Layer("conv", ("out", 4), ("kernel", 3), ("padding", "same")),
        Layer("conv", ("out", 6), ("kernel", 1), ("bias", false)),
        Layer("conv", ("out", 8), ("kernel", 3), ("padding", 1), ("groups", 2)),
        Layer("convtranspose", ("out", 4), ("kernel", 2), ("stride", 2), ("padding", "same")),
        Layer("batchnorm"),
        Layer("instancenorm", ("affine", true)),
        Layer("layernorm"),
        Layer("relu"),
        Layer("hardswish"),
        Layer("prelu", ("num_parameters", "channels")),
        Layer("softmax", ("axis", 1)),
        Layer("maxpool", ("kernel", 3), ("stride", 1), ("padding", 1)),
        Layer("avgpool", ("kernel", 2), ("ceil_mode", true)),
        Layer("adaptiveavgpool", ("size", 4)),
        Layer("globalmaxpool"),
        Layer("localresponsenorm", ("size", 3)),
        Layer("upsample", ("scale", 2), ("mode", "bilinear")),
        Layer("dropout"),
        Layer("pad", ("padding", 1)),
        Layer("linear", ("out", 5), ("in", 5)),
        Layer("custom"),
        Layer("custom", ("macs", 7), ("parameters", 3)),
        Layer("custom", ("flops", 11)),
    ];

    /// <summary>Chains of any layers, in blocks up to two deep. A layer that does not fit is left out.</summary>
    public static readonly Gen<Network> Any = Gen.Select(
        Gen.Int[0, s_layers.Length - 1].Array[0, 12], Gen.Int[0, 4].Array[12], Gen.Int[1, 3], Build);

    private static Network Build(int[] layers, int[] blocks, int batch)
    {
        var builder = new NetworkBuilder();
        IReadOnlyList<Tensor> current = [builder.AddInput("input", Shape(batch, 4, 5, 5))];
        for (int i = 0; i < layers.Length; i++)
        {
            Layer layer = s_layers[layers[i]];
            string block = new[] { string.Empty, "stem/", "body/0/", "body/1/", "head/" }[blocks[i]];
            try
            {
                current = builder.Add($"{block}{layer.Kind}{i}", layer, current).Outputs;
            }
            catch (NetworkException error) when (error.Code == ErrorCode.ShapeMismatch)
            {
                continue;
            }
        }

        return builder.Build("random", current);
    }
}
