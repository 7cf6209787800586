using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FlopsPS.Conventions;
using FlopsPS.Layers;
using FlopsPS.Yaml.Conventions;

namespace FlopsPS.Yaml.Tests.Conventions;

/// <summary>The help topic on conventions says all that there is, and nothing that there is not.</summary>
public sealed class ConventionTopicTests
{
    private static readonly string s_topic = File.ReadAllText(
        Path.Combine(Repository.Module, "en-US", "about_FlopsPS_Convention.help.txt")).Replace("\r", string.Empty);

    [Fact]
    public void Every_fact_is_described() => Assert.Equal(LayerFacts.Names.Order(), Described("FACTS").Order());

    [Fact]
    public void Every_key_is_described() => Assert.Equal(ConventionParser.Keys.Order(), Described("KEYS").Order());

    [Fact]
    public void Every_operation_is_named()
    {
        string names = Regex.Match(
            Section("OPERATIONS"), @"Operations are\n\n(?<names>.*?)\n\n", RegexOptions.Singleline)
            .Groups["names"].Value;

        Assert.Equal(OperationKinds.All, Regex.Split(names.Trim(), @"\s+"));
        string[] apart = [.. OperationKinds.All.Where(name => LayerCatalog.Find(name) is null)];
        Assert.Contains(
            $"Of these {string.Join(", ", apart.SkipLast(1))} and {apart[^1]} are no kinds of layers",
            Regex.Replace(s_topic, @"\s+", " "));
    }

    [Fact]
    public void The_convention_that_it_shows_can_be_read()
    {
        string shown = Regex.Match(
            s_topic, @"^ {8}convention: .*?\n\n", RegexOptions.Singleline | RegexOptions.Multiline)
            .Value;

        string text = Regex.Replace(shown, "^ {8}", string.Empty, RegexOptions.Multiline);
        Assert.Equal("ours", ConventionReader.Read(text, null).Name);
    }

    [Theory]
    [InlineData("          upsample: 0 if")]
    [InlineData("          adaptiveavgpool: ")]
    [InlineData("          conv: { macs")]
    [InlineData("          matmul: macs")]
    public void The_rules_that_it_shows_can_be_read(string start)
    {
        string rule = s_topic.Split('\n').First(line => line.StartsWith(start, StringComparison.Ordinal));

        Assert.NotEmpty(ConventionReader.Read($"convention: a\nfigures: both\nrules:\n{rule}", null).Rules);
    }

    [Fact]
    public void Lines_fit_into_80_columns() =>
        Assert.DoesNotContain(s_topic.Split('\n'), line => line.Length > 80);

    private static IEnumerable<string> Described(string section) =>
        Regex.Matches(Section(section), @"^ {4}(?<name>[a-z_]+)  +\S", RegexOptions.Multiline)
            .Select(match => match.Groups["name"].Value);

    private static string Section(string name) =>
        Regex.Match(s_topic, $@"^{name}\n.*?(?=^[A-Z])", RegexOptions.Singleline | RegexOptions.Multiline).Value;
}
