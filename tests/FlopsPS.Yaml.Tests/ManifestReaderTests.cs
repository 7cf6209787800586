using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests;

public sealed class ManifestReaderTests
{
    [Fact]
    public void The_manifest_of_the_design_has_the_published_figures()
    {
        Network network = Reading.Build(ResNet50.Manifest);
        var options = new MeasureOptions(ConventionCatalog.Get("exact"));
        CostRow row = CostCounter.Measure(network, options).Single();

        Assert.Equal("resnet50", network.Name);
        Assert.Equal(25_557_032, row.Parameters);
        Assert.Equal(4_089_184_256, row.Macs);
        Assert.Equal(8_167_254_528, row.Flops);
        Assert.Equal(["resolution", "classes", "width"], network.ParameterNames);
    }

    [Fact]
    public void An_error_names_file_line_column_and_layer()
    {
        string manifest = ResNet50.Manifest.Replace("padding: 1, bias", "padding: smae, bias");

        Reading.Fails(
            manifest, ErrorCode.ArgumentInvalid, 14, 72,
            "layer 'bottleneck/0/conv2': padding 'smae' is not one of same, valid or a size. Did you mean 'same'?");
    }

    [Fact]
    public void Text_without_a_file_is_called_manifest()
    {
        NetworkException error = Assert.Throws<NetworkException>(() => ManifestReader.Read("a: 1", file: null, "m"));

        Assert.StartsWith("manifest(1,1): 'a' has no meaning", error.Message);
        Assert.Null(error.File);
    }

    [Fact]
    public void A_manifest_has_its_own_name_or_that_of_its_file()
    {
        Assert.Equal("m", Reading.Template("input: { features: 4 }\nlayers: []").Name);
        Assert.Equal("lenet", Reading.Template("name: lenet\ninput: { features: 4 }\nlayers: []").Name);
    }

    [Fact]
    public void Every_variant_is_a_template_with_its_own_defaults()
    {
        NetworkTemplate[] templates = [.. ManifestReader.Read(
            """
            name: family
            description: Three networks.
            parameters: { width: 8, depth: 1 }
            variants: { small: {}, wide: { width: 16 }, deep: { depth: 2*3 } }
            input: { features: 4 }
            layers:
              - linear: { out: width }
                repeat: depth
            """, "m.yaml", "m")];

        Assert.Equal(["small", "wide", "deep"], templates.Select(template => template.Name));
        Network[] networks = [.. templates.Select(template => template.Build(NetworkRequest.None, default))];
        Assert.Equal(["1x8", "1x16", "1x8"], networks.Select(network => network.OutputShape));
        Assert.Equal([1, 1, 6], networks.Select(network => network.Nodes.Count));
        Assert.All(networks, network => Assert.Equal("Three networks.", network.Description));
        Assert.All(networks, network => Assert.Equal("m.yaml", network.Path));
    }
}
