using System.Linq;
using System.Xml.Linq;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class NUnitXmlTests
{
    private readonly XElement _root = XElement.Parse(Mixed().Text(ReportForm.NUnitXml));

    [Fact]
    public void Cases_are_counted_by_their_result()
    {
        XElement suite = _root.Element("test-suite")!;
        string[] names = ["testcasecount", "result", "total", "passed", "failed", "warnings", "skipped"];

        Assert.All([_root, suite], element => Assert.Equal(
            ["10", "Failed", "10", "4", "1", "2", "3"], names.Select(name => element.Attribute(name)!.Value)));
    }

    [Fact]
    public void Suites_and_cases_are_numbered_from_1()
    {
        Assert.Equal("1", _root.Element("test-suite")!.Attribute("id")!.Value);
        Assert.Equal(
            Enumerable.Range(1, 10).Select(at => $"1-{at}"),
            _root.Descendants("test-case").Select(test => test.Attribute("id")!.Value));
    }

    [Fact]
    public void What_is_switched_off_does_not_run() => Assert.All(_root.Descendants("test-case"), test => Assert.Equal(
        test.Attribute("result")!.Value == "Skipped" ? "Skipped" : "Runnable", test.Attribute("runstate")!.Value));
}
