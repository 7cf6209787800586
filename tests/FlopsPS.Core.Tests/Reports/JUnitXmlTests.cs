using System;
using System.Linq;
using System.Xml.Linq;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class JUnitXmlTests
{
    [Fact]
    public void What_failed_and_what_was_skipped_is_counted()
    {
        XElement root = XElement.Parse(Mixed().Text(ReportForm.JUnitXml));

        Assert.Equal(["10", "1"], new[] { "tests", "failures" }.Select(name => root.Attribute(name)!.Value));
        Assert.Equal(
            ["10", "1", "3"],
            new[] { "tests", "failures", "skipped" }.Select(name => root.Elements().Single().Attribute(name)!.Value));
        Assert.Single(root.Descendants("failure"));
        Assert.Equal(3, root.Descendants("skipped").Count());
        Assert.Equal(2, root.Descendants("system-out").Count(output => output.Value.StartsWith("warning: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Elements_stand_each_on_a_line_below_one_declaration() => Assert.StartsWith(
        "<?xml version=\"1.0\"?>\n<testsuites name=\"FlopsPS\" tests=\"0\" failures=\"0\" ",
        Report(Array.Empty<ReportRow>()).Text(ReportForm.JUnitXml));

    [Fact]
    public void A_suite_is_indented() =>
        Assert.Contains("\n  <testsuite name=\"net\"", Mixed().Text(ReportForm.JUnitXml));
}
