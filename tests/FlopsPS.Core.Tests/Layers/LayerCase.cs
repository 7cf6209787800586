using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>What the tests of single kinds say about a layer that is written as in <see cref="LayerText"/>.</summary>
internal static class LayerCase
{
    public static void Makes(string layer, string inputs, string output)
    {
        TensorShape expected = LayerText.Shape(output);
        TensorShape actual = Nets.Out(LayerText.Layer(layer), LayerText.Shapes(inputs));

        Assert.Equal((expected, expected.Layout), (actual, actual.Layout));
    }

    public static CostRow Cost(string layer, string inputs, string convention = "exact") =>
        Nets.Cost(Nets.Of(LayerText.Layer(layer), LayerText.Shapes(inputs)), convention);

    public static void IsUncounted(string layer, string inputs, string convention)
    {
        CostRow row = Cost(layer, inputs, convention);

        Assert.Equal((null, null), (row.Macs, row.Flops));
        Assert.NotNull(row.Uncounted);
    }

    public static void DoesNotFit(string layer, string inputs, string reason)
    {
        Layer bound = LayerText.Layer(layer);

        var error = Assert.Throws<NetworkException>(() => Nets.Of(bound, LayerText.Shapes(inputs)));

        Assert.Equal(ErrorCode.ShapeMismatch, error.Code);
        Assert.Contains(reason, error.Message);
    }

    public static void CannotBeMade(string layer, ErrorCode code, string reason)
    {
        var error = Assert.Throws<NetworkException>(() => LayerText.Layer(layer));

        Assert.Equal(code, error.Code);
        Assert.Contains(reason, error.Message);
    }
}
