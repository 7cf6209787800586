using System.Collections.Generic;
using System.IO;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests.Conventions;

/// <summary>Built-in conventions written as YAML: the facts suffice, and mean what they mean in C#.</summary>
public sealed class ConventionTranscriptionTests
{
    // What no network of the zoo has.
    private const string Oddities = """
        inputs:
          image: { channels: 4, height: 9, width: 7, batch: 2 }
          sequence: { tokens: 5, features: 6, batch: 2 }
          grid: { channels: 3, height: 5, width: 2, batch: 2 }
        layers:
          - convtranspose: { out: 6, kernel: [3, 2], stride: 2, groups: 2 }
            from: image
            name: spread
          - convtranspose: { out: 2, kernel: 3, bias: false }
          - instancenorm
          - instancenorm: { affine: true }
          - groupnorm: { groups: 2, affine: false }
          - batchnorm: { affine: false }
          - batchnorm: { track: false }
          - prelu
          - localresponsenorm: { size: 3 }
          - upsample: { scale: 2, mode: nearest }
          - upsample: { scale: 1.5, mode: bilinear }
          - upsample: { size: [5, 4], mode: bicubic }
          - avgpool: { kernel: 2 }
          - softmax: { axis: channels }
          - gridsample:
            from: [spread, grid]
          - rnn: { hidden: 3 }
            from: sequence
          - gru: { hidden: 3, layers: 2, bidirectional: true, bias: false }
            from: sequence
          - lstm: { hidden: 4, layers: 3, bidirectional: true }
            from: sequence
          - upsample: { scale: 2, mode: linear }
            from: sequence
          - attention: { heads: 2, causal: true }
            from: sequence
          - bilinear: { out: 3 }
            from: [sequence, sequence]
          - matmul: { transpose_b: true }
            from: [sequence, sequence]
        """;

    private static readonly IReadOnlyList<Network> s_networks =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Module, "Zoo"), "*.yaml")
            .SelectMany(ManifestReader.ReadFile)
            .Select(template => template.Build(NetworkRequest.None, default)),
        Reading.Build(Oddities),
    ];

    [Theory]
    [InlineData("exact")]
    [InlineData("fvcore")]
    [InlineData("mac")]
    [InlineData("thop")]
    [InlineData("torch")]
    public void A_convention_counts_the_same_when_it_is_written_in_YAML(string name)
    {
        Convention written = ConventionReader.ReadFile(Repository.Data($"conventions/our-{name}.yaml"));
        Assert.Equal("our-" + name, written.Name);

        foreach (Network network in s_networks.Where(network => !IsBeyondFacts(name, network)))
        {
            CostRow expected = Cost(network, ConventionCatalog.Get(name));
            CostRow actual = Cost(network, written);

            Assert.Equal(
                (expected.Network, expected.Macs, expected.Flops, expected.Coverage, expected.Uncounted),
                (actual.Network, actual.Macs, actual.Flops, actual.Coverage, actual.Uncounted));
            Assert.Equal((expected.Network, expected.Parameters), (actual.Network, actual.Parameters));
        }
    }

    [Fact]
    public void The_example_leaves_nothing_of_the_zoo_uncounted()
    {
        Convention example = ConventionReader.ReadFile(
            Path.Combine(Repository.Module, "Examples", "conventions", "ours.yaml"));

        Assert.All(s_networks.SkipLast(1), network => Assert.Null(Cost(network, example).Uncounted));
    }

    // thop sees the network for the position biases inside a layer that it does not see: no fact tells it apart. fvcore
    // rounds what numpy says of an einsum on 5 axes.
    private static bool IsBeyondFacts(string name, Network network) => network.Nodes.Any(node => name switch
    {
        "thop" => node.Layer.Arguments.Contains("version: 2"),
        "fvcore" => node.Layer.Arguments.Contains("bghid"),
        _ => false,
    });

    private static CostRow Cost(Network network, Convention convention) =>
        CostCounter.Measure(network, new MeasureOptions(convention)).Single();
}
