using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Core.Tests.Numbers;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>What -Explain says: the formula of every kind of layer under every convention gives its figure.</summary>
public class FormulaTests
{
    // What torch has no module for, so that no tool was asked.
    private static readonly (string Layer, string Inputs)[] s_others =
    [
        ("attention heads=4 kv_heads=2 head_dim=3 out=5", "2x6x8"),
        ("attention heads=2 causal=true", "2x6x8"),
        ("attention heads=2 causal=true window=3 bias=false out_bias=true", "2x6x8"),
        ("attention heads=2 cross=true causal=true", "2x6x8 + 2x9x8"),
        ("windowattention heads=2 window=2,2,3 shift=1", "1x8x4x4x6"),
        ("windowattention heads=2 window=2 position_bias=false", "1x8x4x4"),
        ("windowattention heads=2 window=2 position_bias=false version=2", "1x8x4x4"),
        ("convtranspose out=4 kernel=3 stride=2 padding=same", "1x3x5x5"),
        ("layernorm bias=false", "2x5x6"),
        ("linear out=6 tied=true", "2x5x4"),
        ("prelu num_parameters=6", "2x6x5"),
        ("avgpool kernel=3 padding=same", "1x3x7x7"),
        ("parameter shape=3,4 join=concat axis=1", "2x5x4"),
        ("mean", "2x3x4x5"),
        ("custom macs=7 flops=9 parameters=3", "2x5"),
        ("custom macs=7", "2x5"),
        ("custom flops=9", "2x5"),
        ("permute order=0,2,1", "2x5x6"),
        ("reshape shape=-1", "2x5x6"),
        ("slice axis=1 start=1", "2x5x6"),
        ("split parts=2 axis=1", "2x6x4"),
        ("pad padding=1,2", "2x3x5x6"),
        ("scale", "2x5x6"),
        ("relativeposition queries=2,3 keys=2,3", "1x4x6x6 + 1x4x6x5"),
    ];

    public static TheoryData<string, string> Layers
    {
        get
        {
            var layers = new TheoryData<string, string>();
            foreach ((string layer, string inputs) in GoldenTable.ReadRows("conventions_layers.csv")
                .Select(row => (row["layer"], row["inputs"]))
                .Concat(s_others))
            {
                layers.Add(layer, inputs);
            }

            return layers;
        }
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_formula_gives_the_figure(string layer, string inputs)
    {
        Network network = Nets.Of(LayerText.Layer(layer), LayerText.Shapes(inputs));
        foreach (Convention convention in ConventionCatalog.All)
        {
            FormulaEvaluator.AssertExplains(Nets.Rows(network, convention.Name, explain: true).Single());
        }
    }

    [Fact]
    public void Every_kind_is_among_the_layers()
    {
        IEnumerable<string> shown = Layers.Cast<object[]>().Select(row => ((string)row[0]).Split(' ')[0]);

        Assert.Empty(LayerCatalog.Kinds.Where(kind => !kind.IsStructure).Select(kind => kind.Name).Except(shown));
    }
}
