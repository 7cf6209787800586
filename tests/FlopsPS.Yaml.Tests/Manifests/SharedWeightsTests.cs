using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests.Manifests;

/// <summary>Layers that run with the weights of earlier ones.</summary>
public sealed class SharedWeightsTests
{
    // 8*8 weights and 8 biases; 64 products for each.
    [Fact]
    public void Shared_weights_are_counted_once_and_used_as_often_as_they_are()
    {
        IReadOnlyList<CostRow> rows = Measure("""
            input: { features: 8 }
            layers:
              - linear: { out: 8 }
              - linear: { out: 8 }
                shared: true
              - linear: { out: 8 }
                shared: 1 > 2
            """);

        Assert.Equal([72, 0, 72], rows.Select(row => row.Parameters));
        Assert.Equal([64, 64, 64], rows.Select(row => row.Macs!.Value));
    }

    [Fact]
    public void Each_turn_of_a_repetition_says_for_itself() => Assert.Equal([72, 0, 0], Measure("""
        input: { features: 8 }
        layers:
          - linear: { out: 8 }
            repeat: 3
            shared: index > 0
        """).Select(row => row.Parameters));

    [Fact]
    public void What_stands_in_a_block_or_group_is_shared_with_it()
    {
        IReadOnlyList<CostRow> rows = Measure("""
            input: { channels: 3, height: 4, width: 4 }
            blocks:
              unit: { layers: [conv: { out: 3, kernel: 3, padding: 1 }, batchnorm] }
            layers:
              - unit
              - unit:
                shared: true
              - layers: [unit, relu]
                shared: true
            """);

        Assert.Equal([84, 6, 0, 0, 0, 0, 0], rows.Select(row => row.Parameters));
        Assert.Equal([0, 6, 0, 0, 0, 0, 0], rows.Select(row => row.Buffers));
    }

    [Fact]
    public void A_network_knows_its_own_weights_also_when_it_is_made_again()
    {
        Network network = Reading.Build("""
            input: { features: 8 }
            layers:
              - linear: { out: 8 }
                repeat: 2
                shared: index > 0
            """);

        Assert.Equal(72, network.Parameters);
        Assert.Equal(72, network.With(new NetworkRequest { BatchSize = 4 }).Parameters);
    }

    [Fact]
    public void A_layer_that_training_runs_stays_one() => Assert.Equal([72, 72], Measure("""
        input: { features: 8 }
        layers:
          - linear: { out: 8 }
          - training:
              - linear: { out: 8 }
                shared: true
        """).Select(row => row.Parameters));

    [Theory]
    [InlineData("- linear: { out: 8 }\n    shared: true", 5, "layer 'linear': it shares its weights, but no earlier "
        + "layer has such weights: linear weight 64, bias 8")]
    [InlineData("- linear: { out: 8, bias: false }\n  - linear: { out: 8 }\n    shared: true", 5,
        "layer 'linear2': it shares its weights, but no earlier layer has such weights: linear weight 64, bias 8")]
    [InlineData("- relu:\n    shared: 3", 13, "layer 'relu': shared needs true or false, not 3")]
    public void What_cannot_be_shared_is_refused(string layers, int column, string message)
    {
        NetworkException error = Reading.Error($"input: {{ features: 8 }}\nlayers:\n  {layers}");

        Assert.EndsWith(message, error.Message);
        Assert.Equal(column, error.Column);
    }

    [Fact]
    public void A_layer_without_weights_may_be_shared() =>
        Assert.Single(Measure("input: { features: 8 }\nlayers:\n  - relu:\n    shared: true"));

    private static List<CostRow> Measure(string manifest) => CostCounter.Measure(
        Reading.Build(manifest),
        new MeasureOptions(ConventionCatalog.Get("mac")) { GroupBy = CostGrouping.Layer }).ToList();
}
