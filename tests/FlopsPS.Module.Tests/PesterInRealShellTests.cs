using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit.Abstractions;

namespace FlopsPS.Module.Tests;

/// <summary>The files of tests/pester, and the fixtures of the runner, with Pester itself.</summary>
public sealed class PesterInRealShellTests(ITestOutputHelper output)
{
    [RealPesterFact]
    public void EveryPesterTestPasses()
    {
        RealPesterRun run = RealPester.Run(
            Path.Combine(Repository.Root, "tests", "pester"), Path.Combine(Repository.Module, "FlopsPS.psd1"));

        output.WriteLine(
            $"Pester {run.Version}: {run.Count("Passed")} passed, {run.Count("Failed")} failed, " +
            $"{run.Count("Skipped")} skipped");
        IEnumerable<string> faults = run.Tests
            .Where(test => test.Outcome is not ("Passed" or "Skipped"))
            .Select(test => $"{test.Outcome}: {test.Message}\n{test.Path}\n{test.Location}\n");
        Assert.True(run.Broken == 0 && !faults.Any(), $"{run.Broken} broken\n{string.Concat(faults)}");
        Assert.True(run.Count("Passed") > 0, "No test ran.");
    }

    [RealPesterFact]
    public void TheRunnerSaysWhatPesterSays()
    {
        foreach (string file in (IEnumerable<string>)["Passing.Tests.ps1", "Failing.Tests.ps1"])
        {
            IEnumerable<PesterResult> pester = RealPester.Run(PesterFixture.PathOf(file)).Tests;
            IEnumerable<PesterResult> runner = EmbeddedPester.Run(PesterFixture.PathOf(file));

            Assert.Equal(Summary(pester), Summary(runner));
        }
    }

    private static IEnumerable<string> Summary(IEnumerable<PesterResult> tests)
    {
        return tests.Select(test => $"{test.Outcome} {test.Path}").Order();
    }
}
