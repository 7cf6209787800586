using System;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class ConventionSectionTests
{
    [Fact]
    public void A_difference_is_told_in_proportion_to_the_reference() => Assert.Equal(
        """
        ## net, mac: 100 MACs, 200 FLOPs, +10 FLOPs beside exact: + 10 linear: 1 more per output

        | Convention | Parameters | MACs | FLOPs | Difference |
        | --- | --: | --: | --: | --: |
        | `mac` | 100 | 100 | 200 | +10 (+5.26 %) |
        | `exact` | 100 | 100 | 190 | 0 |
        | `thop` | 100 | 100 |  | 0 |

        <details><summary>Why they differ</summary>

        | Convention | Why |
        | --- | --- |
        | `mac` | + 10 linear: 1 more per output |

        </details>
        """.ReplaceLineEndings("\n"),
        Report(ByConvention(Net(("a", 10)), "mac", "thop")).Text(ReportForm.Markdown));

    [Fact]
    public void The_largest_difference_comes_first_whatever_its_sign()
    {
        // exact has 4*2 - 1 + 1 = 8 for each of 3 outputs; without bias 21, by products 24, a function per element 3.
        Network network = Nets.Chain(Nets.Shape(1, 4), Nets.Layer("linear", ("out", 3)), Nets.Layer("gelu"));
        Report report = Report(ByConvention(network, "mac", "exact-nobias"));

        Assert.Equal(
            report.Entries.OrderByDescending(entry => Math.Abs(entry.Row.Count("Difference") ?? 0))
                .Select(entry => entry.Row.Text("Convention")),
            report.Entries.Select(entry => entry.Row.Text("Convention")));
        Assert.Contains(report.Entries, entry => entry.Row.Count("Difference") < 0);
    }
}
