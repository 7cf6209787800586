using FlopsPS.Networks;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class ReportFormatsTests
{
    [Theory]
    [InlineData("a.html", ReportFormat.Html)]
    [InlineData("a.b/c.HTM", ReportFormat.Html)]
    [InlineData("a.svg", ReportFormat.Svg)]
    [InlineData("a.speedscope.json", ReportFormat.Speedscope)]
    [InlineData("a.json", ReportFormat.Speedscope)]
    [InlineData("a.folded", ReportFormat.FoldedStack)]
    [InlineData("a.txt", ReportFormat.FoldedStack)]
    public void The_name_of_a_file_says_what_is_in_it(string path, ReportFormat format) =>
        Assert.Equal(format, ReportFormats.OfFile(path));

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("html")]
    public void Another_name_is_refused_with_those_that_there_are(string path)
    {
        var error = Assert.Throws<NetworkException>(() => ReportFormats.OfFile(path));

        Assert.Equal(ErrorCode.ArgumentInvalid, error.Code);
        Assert.Contains(".svg", error.Message);
        Assert.Contains("-Format Html", error.Message);
    }

    [Theory]
    [InlineData("net", "width=1", ReportFormat.Speedscope, "net width=1.speedscope.json")]
    [InlineData("a<b?", "", ReportFormat.Svg, "a_b_.svg")]
    [InlineData("..\\a/b:\nc", "", ReportFormat.Html, ".._a_b__c.html")]
    public void A_file_is_named_by_its_network(string name, string variant, ReportFormat format, string file)
    {
        NetworkPicture picture = Pictured.Of(Pictured.Network(name, ("a", Pictured.Linear(1))), variant: variant);

        Assert.Equal(file, ReportFormats.FileName(picture, format));
    }
}
