using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests.Manifests;

/// <summary>Where the networks of a manifest come from.</summary>
public sealed class SourcesTests
{
    private const string Rest = """

        input: { features: 4 }
        layers: [relu]
        """;

    private const string Family = """

        variants: { net1: {}, net2: {}, other: {} }
        input: { features: 4 }
        layers: [relu]
        """;

    [Fact]
    public void A_network_tells_family_year_paper_and_implementation()
    {
        Network network = Reading.Build("""
            source:
              family: LeNet
              year: 1998
              paper: LeCun et al., Gradient-Based Learning
              implementation: nets/lenet.py
            """ + Rest);

        Assert.Equal("LeNet", network.Family);
        Assert.Equal(1998, network.Year);
        Assert.Equal("LeCun et al., Gradient-Based Learning", network.Paper);
        Assert.Equal("nets/lenet.py", network.Implementation);
    }

    [Theory]
    [InlineData("")]
    [InlineData("source: {}")]
    [InlineData("source: []")]
    public void What_is_not_said_is_empty(string source)
    {
        Network network = Reading.Build(source + Rest);

        Assert.Equal(("", "", "", null), (network.Family, network.Paper, network.Implementation, network.Year));
    }

    [Fact]
    public void A_network_that_is_made_again_keeps_its_source()
    {
        Network network = Reading.Build("source: { family: LeNet }" + Rest);

        Assert.Equal("LeNet", network.With(new NetworkRequest { BatchSize = 2 }).Family);
    }

    [Theory]
    [InlineData("{ family: A }", "A A A")]
    [InlineData("[{ family: A }]", "A A A")]
    [InlineData("[{ family: A, networks: net2 }]", " A ")]
    [InlineData("[{ family: A, networks: [net2, other] }, { family: B }]", "B A A")]
    [InlineData("[{ family: A }, { family: B, networks: net* }]", "B B A")]
    [InlineData("[{ family: A, networks: '*' }]", "A A A")]
    [InlineData("[{ family: A, networks: '*t*' }]", "A A A")]
    [InlineData("[{ family: A, networks: n*1 }]", "A  ")]
    [InlineData("[{ family: A, networks: 'n**t2' }]", " A ")]
    [InlineData("[{ family: A, networks: 'o*t*h*r' }]", "  A")]
    public void A_source_is_that_of_the_networks_it_names_or_of_all_others(string sources, string families) =>
        Assert.Equal(families, string.Join(' ', ManifestReader
            .Read($"source: {sources}{Family}", "m.yaml", "m")
            .Select(template => template.Build(NetworkRequest.None, default).Family)));

    [Theory]
    [InlineData("net", 9, "a source is a map of family, year, paper, implementation, not 'net'")]
    [InlineData("{ famly: A }", 11,
        "'famly' has no meaning in a source; known are networks, family, year, paper, implementation. "
        + "Did you mean 'family'?")]
    [InlineData("{ family: [A] }", 19, "family must be a text, not a list")]
    [InlineData("{ year: '98' }", 17, "year must be a year such as 2015, not '98'")]
    [InlineData("{ year: about }", 17, "year must be a year such as 2015, not 'about'")]
    [InlineData("{ networks: nt1 }", 21,
        "this manifest has no network 'nt1'; it has net1, net2, other. Did you mean 'net1'?")]
    [InlineData("{ networks: net1*net1 }", 21, "this manifest has no network 'net1*net1'; it has net1, net2, other.")]
    [InlineData("{ networks: [net1, net*] }", 28, "'net1' has two sources; keep one")]
    [InlineData("[{}, {}]", 14, "two sources say no 'networks'; only one can be that of all others")]
    public void What_is_wrong_is_said_at_its_place(string sources, int column, string message) =>
        Reading.Fails($"source: {sources}{Family}", ErrorCode.ManifestInvalid, 1, column, message);

    [Fact]
    public void Very_many_wildcards_are_refused()
    {
        string names = string.Join(", ", Enumerable.Repeat("'*a*b*c*d'", 65));

        Assert.Contains(
            "has no network '*a*b*c*d'", Reading.Error($"source: {{ networks: [{names}] }}{Family}").Message);
        string variants = string.Join(", ", Enumerable.Range(0, 65).Select(i => $"n{i}: {{}}"));
        string all = string.Join(", ", Enumerable.Range(0, 65).Select(i => $"n{i}"));
        Assert.Contains("sources name at most 64 networks or wildcards", Reading.Error($$"""
            source: { networks: [{{all}}] }
            variants: { {{variants}} }
            input: { features: 4 }
            layers: [relu]
            """).Message);
    }
}
