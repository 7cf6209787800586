using System.Collections.Generic;
using System.Linq;
using FlopsPS.Binding;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Variants;

/// <summary>What goes into layers that stand one behind the other.</summary>
internal static class LayerChain
{
    /// <summary>The shape that was given, or 1xN when the first layer is linear and says its input features.</summary>
    /// <exception cref="NetworkException">The shape is missing, or is none.</exception>
    public static TensorShape InputOf(IReadOnlyList<Layer> layers, InputSizes? sizes, string? layout)
    {
        return sizes?.OfLayers(layout)
            ?? Inferred(layers[0])
            ?? throw new NetworkException(
                ErrorCode.InputShapeMissing,
                "Layers do not say what goes in; add -InputShape, e.g. -InputShape 1x3x224x224 or "
                + "-InputShape 28x28x3 -Layout NHWC.");
    }

    private static TensorShape? Inferred(Layer first)
    {
        return first.Kind == "linear"
            && first.GivenArguments.FirstOrDefault(argument => argument.Key.Name == "in").Value is long features
            ? new TensorShape([1, features])
            : null;
    }
}
