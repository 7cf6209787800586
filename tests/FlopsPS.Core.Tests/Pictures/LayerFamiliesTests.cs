using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class LayerFamiliesTests
{
    [Fact]
    public void A_layer_without_an_operation_belongs_to_no_family_of_them()
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(1, 4));
        Node node = builder.AddStated("a", StatedKind.Layer("custom"), [input], [Nets.Shape(1, 4)], []);

        Assert.Equal(LayerFamily.Other, Pictured.Of(builder.Build("net", node.Outputs)).Layers.Single().Family);
    }
}
