using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using FlopsPS.Conventions;
using FlopsPS.Pictures;
using NJsonSchema;

namespace FlopsPS.Yaml.Tests.Pictures;

/// <summary>Pictures of published networks.</summary>
public sealed class ZooPictureTests
{
    private const int MostBytes = 300_000;

    private static readonly Lazy<Task<JsonSchema>> s_speedscope =
        new(() => JsonSchema.FromFileAsync(Repository.Data("speedscope.schema.json")));

    [Fact]
    public void The_page_of_ResNet_152_is_small_and_whole()
    {
        string page = NetworkReport.Write(ReportFormat.Html, [Picture("resnet152")]);

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, MostBytes);
        XElement layers = Parse(page).Descendants("table").Single(table => table.Attribute("class")!.Value == "layers");
        Assert.Equal(515, layers.Element("tbody")!.Elements().Count());
        Assert.Contains("23,004,699,136", page);
        Assert.DoesNotMatch("https?://", page);
    }

    [Theory]
    [InlineData("resnet152")]
    [InlineData("vit_b_16")]
    [InlineData("lstm_lm_650")]
    [InlineData("fcn_resnet50")]
    public async Task A_profile_has_the_form_that_speedscope_reads_and_exact_weights(string name)
    {
        NetworkPicture picture = Picture(name);
        string text = NetworkReport.Write(ReportFormat.Speedscope, [picture]);

        Assert.Empty((await s_speedscope.Value).Validate(text));
        JsonElement profile = JsonDocument.Parse(text).RootElement.GetProperty("profiles")[0];
        JsonElement[] weights = [.. profile.GetProperty("weights").EnumerateArray()];
        Assert.Equal(profile.GetProperty("endValue").GetInt64(), weights.Sum(weight => weight.GetInt64()));
        Assert.Equal(weights.Length, profile.GetProperty("samples").GetArrayLength());
        int frames = JsonDocument.Parse(text).RootElement.GetProperty("shared").GetProperty("frames").GetArrayLength();
        Assert.All(
            profile.GetProperty("samples").EnumerateArray().SelectMany(stack => stack.EnumerateArray()),
            frame => Assert.InRange(frame.GetInt32(), 0, frames - 1));
    }

    [Fact]
    public async Task Several_networks_are_several_profiles()
    {
        string text = NetworkReport.Write(ReportFormat.Speedscope, [Picture("resnet18"), Picture("resnet34")]);

        Assert.Empty((await s_speedscope.Value).Validate(text));
        Assert.Equal(
            [
                "resnet18: FLOPs by convention exact, 3,625,662,976 in all",
                "resnet34: FLOPs by convention exact, 7,323,784,704 in all",
            ],
            JsonDocument.Parse(text).RootElement.GetProperty("profiles").EnumerateArray()
                .Select(profile => profile.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_profile_of_another_form_is_refused_by_the_schema() => Assert.NotEmpty(
        (await s_speedscope.Value).Validate("{ \"$schema\": \"x\", \"profiles\": [{ \"type\": \"sampled\" }] }"));

    [Fact]
    public void Every_ninth_network_of_the_zoo_has_a_page_with_a_row_for_each_convention()
    {
        foreach (string name in Zoo.Networks.Keys.Where((_, index) => index % 9 == 0))
        {
            XDocument page = Parse(NetworkReport.Write(ReportFormat.Html, [Picture(name)]));
            XElement conventions = page.Descendants("table").Last();
            Assert.Equal(ConventionCatalog.All.Count, conventions.Element("tbody")!.Elements().Count());
        }
    }

    private static XDocument Parse(string page) =>
        XDocument.Parse(Regex.Replace(page, "<(style|script)>.*?</\\1>", string.Empty, RegexOptions.Singleline));

    private static NetworkPicture Picture(string name) =>
        NetworkPicture.Of(Zoo.Build(name), ConventionCatalog.Get(ConventionCatalog.Default));
}
