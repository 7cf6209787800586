using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class TrainingStepTests
{
    // The head: 4*10 + 10 parameters. Its layers inside structures and blocks are as idle as those beside them.
    private const string WithHead =
        """
        input: { features: 4 }
        blocks:
          head: { layers: [linear: { out: 10 }] }
        layers:
          - linear: { out: 4 }
          - training:
              - residual: { body: [relu] }
              - branches: { paths: [[head], []] }
          - relu
        """;

    [Fact]
    public void Layers_of_training_hold_parameters_and_count_no_operations()
    {
        CostRow row = Measure(WithHead, CostGrouping.Network).Single();

        Assert.Equal((4 * 4) + 4 + (4 * 10) + 10, row.Parameters);
        Assert.Equal(4 * 4, row.Macs);
        Assert.Equal(4, row.Activations);
    }

    [Fact]
    public void Rows_of_idle_layers_are_there_without_operations()
    {
        CostRow row = Measure(WithHead, CostGrouping.Layer).Single(row => row.Layer == "training/branch/head/linear");

        Assert.Equal((50, 0, 0), (row.Parameters, row.Macs, row.Flops));
        Assert.Equal(1, row.Coverage);
    }

    [Fact]
    public void What_came_in_passes_by() => Assert.Equal(
        [
            "linear 1x4", "training/relu 1x4", "training/add 1x4", "training/branch/head/linear 1x10",
            "training/concat 1x14", "relu 1x4",
        ],
        Reading.Shapes(WithHead));

    [Fact]
    public void Idle_layers_stay_idle_at_another_batch_size() => Assert.Equal(
        ["training/relu", "training/add", "training/branch/head/linear", "training/concat"],
        Reading.Build(WithHead, new NetworkRequest { BatchSize = 2 }).Nodes
            .Where(node => node.IsIdle)
            .Select(node => node.Path));

    [Fact]
    public void Training_takes_a_list_of_layers() => Reading.Fails(
        """
        input: { features: 4 }
        layers:
          - training: relu
        """,
        ErrorCode.ManifestInvalid, 3, 15, "training must be a list, not 'relu'");

    [Fact]
    public void No_block_can_be_named_training() => Reading.Fails(
        """
        input: { features: 4 }
        blocks:
          training: { layers: [relu] }
        layers: [relu]
        """,
        ErrorCode.ManifestInvalid, 3, 3,
        "'training' has a meaning in every list of layers; give the block another name");

    private static CostRow[] Measure(string manifest, CostGrouping grouping)
    {
        var options = new MeasureOptions(ConventionCatalog.Get("exact")) { GroupBy = grouping };
        return [.. CostCounter.Measure(Reading.Build(manifest), options)];
    }
}
