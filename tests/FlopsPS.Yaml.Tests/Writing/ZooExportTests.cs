using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests.Writing;

/// <summary>Every network of the zoo, written as a manifest and read again.</summary>
public sealed class ZooExportTests
{
    public static TheoryData<string> Names => [.. Zoo.Networks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_of_the_zoo_measures_the_same_when_it_was_written_and_read(string name)
    {
        Network network = Zoo.Build(name);

        string text = ManifestWriter.Write(network);

        Network copy = Reading.Build(text);
        Assert.Equal(text, ManifestWriter.Write(copy));
        Assert.Equal(MeasuredRows.Of(network), MeasuredRows.Of(copy));
    }
}
