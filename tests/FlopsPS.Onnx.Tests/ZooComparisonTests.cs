using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using FlopsPS.Comparing;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml;

namespace FlopsPS.Onnx.Tests;

/// <summary>A network of the zoo and its export cost the same.</summary>
public sealed class ZooComparisonTests
{
    private static readonly string[] s_graphLevel = ["exact", "exact-nobias", "mac", "molchanov", "full", "torch"];

    private static readonly Dictionary<string, NetworkTemplate> s_zoo = Directory
        .EnumerateFiles(Path.Combine(Repository.Module, "Zoo"), "*.yaml")
        .SelectMany(ManifestReader.ReadFile)
        .ToDictionary(template => template.Name);

    [Theory]
    [InlineData("resnet18", "resnet18_bn")]
    [InlineData("resnet50", "resnet50_bn")]
    [InlineData("densenet121", "densenet121_bn")]
    [InlineData("mobilenet_v2", "mobilenet_v2_bn")]
    [InlineData("squeezenet1_0", "squeezenet1_0")]
    [InlineData("squeezenet1_1", "squeezenet1_1")]
    [InlineData("convnext_tiny", "convnext_tiny")] // layer norms and GELUs taken apart by the exporter
    [InlineData("convnext_tiny", "convnext_tiny_op17")]
    [InlineData("convnext_large", "convnext_large")]
    public void An_export_that_folds_nothing_costs_the_same_under_every_convention(string name, string file)
    {
        (Network export, Network manifest) = Read(name, file);

        CostRow expected = Models.Measure(manifest);
        CostRow actual = Models.Measure(export);
        Assert.Equal(expected.Parameters, actual.Parameters);
        Assert.Equal(expected.Buffers, actual.Buffers);
        Assert.Equal(Figures(manifest, Conventions()), Figures(export, Conventions()));
    }

    [Theory]
    [InlineData("alexnet", "alexnet")]
    [InlineData("vgg16", "vgg16")]
    [InlineData("vit_b_16", "vit_b_16")]
    [InlineData("vit_b_16", "vit_b_16_op17")]
    [InlineData("swin_t", "swin_t")]
    [InlineData("shufflenet_v2_x1_0", "shufflenet_v2_x1_0_bn")]
    [InlineData("efficientnet_b0", "efficientnet_b0_bn")]
    [InlineData("regnet_y_400mf", "regnet_y_400mf_bn")]
    public void An_export_costs_the_same_under_conventions_that_see_operations_and_not_modules(string name, string file)
    {
        (Network export, Network manifest) = Read(name, file);

        Assert.Equal(Figures(manifest, s_graphLevel), Figures(export, s_graphLevel));
    }

    [Theory]
    [InlineData("resnet18", "resnet18")]
    [InlineData("resnet50", "resnet50")]
    [InlineData("googlenet", "googlenet")]
    [InlineData("mobilenet_v3_large", "mobilenet_v3_large")]
    [InlineData("regnet_y_400mf", "regnet_y_400mf")]
    public void Where_the_exporter_folded_batch_norms_into_convolutions_the_difference_is_theirs(
        string name, string file)
    {
        (Network export, Network manifest) = Read(name, file);
        Dictionary<string, long> norms = manifest.Nodes
            .Where(node => node.Layer.Kind == "batchnorm")
            .ToDictionary(node => node.Path, node => node.Outputs[0].Shape[1]);

        // A convolution without bias and its normalisation had two weights and two statistics per channel; what is left
        // is one bias.
        CostRow expected = Models.Measure(manifest);
        CostRow actual = Models.Measure(export);
        Assert.NotEmpty(norms);
        Assert.Equal(expected.Parameters - norms.Values.Sum(), actual.Parameters);
        Assert.Equal(expected.Buffers - (2 * norms.Values.Sum()), actual.Buffers);
        Assert.Equal(expected.Macs, actual.Macs);
    }

    [Theory]
    [InlineData("resnet18", "resnet18_bn")]
    [InlineData("resnet50", "resnet50_bn")]
    [InlineData("regnet_y_400mf", "regnet_y_400mf_bn")]
    [InlineData("convnext_tiny", "convnext_tiny")]
    [InlineData("convnext_tiny", "convnext_tiny_op17")]
    [InlineData("convnext_large", "convnext_large")]
    [InlineData("alexnet", "alexnet", "dropout")]
    [InlineData("vgg16", "vgg16", "dropout")]
    [InlineData("squeezenet1_1", "squeezenet1_1", "dropout")]
    [InlineData("mobilenet_v2", "mobilenet_v2_bn", "dropout")]
    [InlineData("efficientnet_b0", "efficientnet_b0_bn", "dropout")]
    public void Every_layer_of_a_manifest_finds_its_own_in_the_export_but_what_only_training_does(
        string name, string file, params string[] removed)
    {
        IReadOnlyList<LayerDifference> rows = Compare(name, file);

        Assert.All(rows, row => Assert.Equal(("Removed", removed.SingleOrDefault()), (row.Change, row.Kind)));
    }

    [Theory]
    [InlineData("resnet18", "resnet18")]
    [InlineData("resnet50", "resnet50")]
    [InlineData("resnet152", "resnet152")]
    [InlineData("resnext101_64x4d", "resnext101_64x4d")]
    [InlineData("wide_resnet50_2", "wide_resnet50_2")]
    [InlineData("regnet_x_8gf", "regnet_x_8gf")]
    [InlineData("regnet_y_400mf", "regnet_y_400mf")]
    [InlineData("mobilenet_v2", "mobilenet_v2")]
    [InlineData("mobilenet_v3_large", "mobilenet_v3_large")]
    [InlineData("efficientnet_b7", "efficientnet_b7")]
    [InlineData("efficientnet_v2_s", "efficientnet_v2_s")]
    [InlineData("googlenet", "googlenet")]
    [InlineData("r3d_18", "r3d_18")]
    [InlineData("vgg16_bn", "vgg16_bn")]
    [InlineData("lraspp_mobilenet_v3_large", "lraspp_mobilenet_v3_large")]
    public void Where_batch_norms_were_folded_the_comparison_names_each_and_the_layer_it_went_into(
        string name, string file)
    {
        ILookup<string?, LayerDifference> rows = Compare(name, file).ToLookup(row => row.Kind);

        Assert.NotEmpty(rows["batchnorm"]);
        Assert.All(rows["batchnorm"], row => Assert.Equal("Removed", row.Change));
        string[] folded = [.. rows["batchnorm"].Select(row => row.What!.Replace("batchnorm, folded into ", string.Empty))];
        Assert.Equal(folded.Length, folded.Distinct().Count());

        // A convolution that had no bias has one now; that of VGG had one before.
        Assert.All(rows["conv"], row => Assert.StartsWith("bias false -> true; was ", row.What));
        Assert.Subset(folded.ToHashSet(), rows["conv"].Select(row => row.Layer!).ToHashSet());
        Assert.Subset(new HashSet<string?> { "batchnorm", "conv", "dropout" }, rows.Select(row => row.Key).ToHashSet());
    }

    private static IReadOnlyList<LayerDifference> Compare(string name, string file)
    {
        (Network export, Network manifest) = Read(name, file);
        return
        [
            .. NetworkComparison
                .Compare(manifest, export, ConventionCatalog.Get("exact"), includeEqual: false)
                .Where(row => row.Change != "Total"),
        ];
    }

    private static IEnumerable<string> Conventions() => ConventionCatalog.All.Select(convention => convention.Name);

    private static (Network Export, Network Manifest) Read(string name, string file)
    {
        Network export = Models.Read($"onnx/{file}.onnx");
        var request = new NetworkRequest
        {
            InputShapes = new Dictionary<string, TensorShape> { [string.Empty] = export.Inputs[0].Tensor.Shape },
        };
        return (export, s_zoo[name].Build(request, CancellationToken.None));
    }

    private static IEnumerable<string> Figures(Network network, IEnumerable<string> conventions) => conventions
        .Select(name => (Name: name, Row: Models.Measure(network, name)))
        .Select(measured => $"{measured.Name}: {measured.Row.Macs} {measured.Row.Flops}");
}
