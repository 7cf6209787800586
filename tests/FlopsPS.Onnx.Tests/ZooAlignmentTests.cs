using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Comparing;
using FlopsPS.Conventions;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Tests;

/// <summary>The layers of a network of the zoo find their own in its export.</summary>
public sealed class ZooAlignmentTests
{
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
        Network export = Models.Read($"onnx/{file}.onnx");
        Network manifest = Zoo.Templates[name].Build(
            new() { InputShapes = new Dictionary<string, TensorShape> { [string.Empty] = export.Inputs[0].Tensor.Shape } },
            CancellationToken.None);
        return
        [
            .. NetworkComparison
                .Compare(manifest, export, ConventionCatalog.Get("exact"), includeEqual: false)
                .Where(row => row.Change != "Total"),
        ];
    }
}
