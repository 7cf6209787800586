using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
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
