using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace FlopsPS.Module.Tests;

/// <summary>The runner itself, on fixtures whose outcomes are known: swallowed failures show here.</summary>
public sealed class PesterRunnerTests
{
    [Theory]
    [InlineData("Passing.Tests.ps1", "Passed", 66)]
    [InlineData("Failing.Tests.ps1", "Failed", 53)]
    [InlineData("Strict.Tests.ps1", "Failed", 5)]
    [InlineData("Skipped.Tests.ps1", "Skipped", 6)]
    public void EveryTestOfAFixtureHasTheOutcomeThatItsFileIsNamedFor(string file, string outcome, int count)
    {
        IReadOnlyList<PesterResult> results = EmbeddedPester.Run(PesterFixture.PathOf(file));

        Assert.DoesNotContain(results, result => result.Outcome != outcome);
        Assert.Equal(count, results.Count);
    }

    [Theory]
    [InlineData("Empty.Tests.ps1", "The file has no test.")]
    [InlineData("Broken.Tests.ps1", "broken on purpose")]
    [InlineData("Missing.Tests.ps1", "is not recognized")]
    public void AFileThatCannotBeDiscoveredIsOneFailure(string file, string message)
    {
        PesterResult result = Assert.Single(EmbeddedPester.Run(PesterFixture.PathOf(file)));

        Assert.Equal("Failed", result.Outcome);
        Assert.Equal(file, result.Path);
        Assert.Contains(message, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFailureSaysWhatWasExpectedAndWhere()
    {
        string file = PesterFixture.PathOf("Failing.Tests.ps1");
        int line = Array.FindIndex(File.ReadAllLines(file), text => text.Contains("-Because")) + 1;

        PesterResult result = EmbeddedPester.Run(file).Single(result => result.Path == "Errors.fails with the reason");

        const string Complaint = "Expected -Be 2, because one is not two, but got 1.";
        Assert.StartsWith(Complaint, result.Message, StringComparison.Ordinal);
        Assert.EndsWith($"Failing.Tests.ps1: line {line}", result.Message, StringComparison.Ordinal);
        Assert.Equal($"{file}:{line - 1}", result.Location);
    }

    [Theory]
    [InlineData("Skip.on a test", "Marked -Skip.")]
    [InlineData("Skip.from inside", "of the weather")]
    [InlineData("Tag.on a block.nested.is inherited", "Tagged Pwsh, which this run excludes.")]
    public void ASkippedTestSaysWhy(string path, string message)
    {
        IReadOnlyList<PesterResult> results = EmbeddedPester.Run(PesterFixture.PathOf("Skipped.Tests.ps1"));

        Assert.Equal(message, results.Single(result => result.Path == path).Message);
    }

    [Theory]
    [InlineData("Cases.gives two the value 2")]
    [InlineData("Cases.passes 3 to a parameter")]
    [InlineData("Cases.names a scalar yy and a property 2")]
    [InlineData("Cases.a block of 2.has the square 4")]
    public void ATitleIsExpandedFromTheCaseAndFromBeforeAll(string path)
    {
        IReadOnlyList<PesterResult> results = EmbeddedPester.Run(PesterFixture.PathOf("Passing.Tests.ps1"));

        Assert.Contains(path, results.Select(result => result.Path));
    }

    [Theory]
    [InlineData("Passing.Tests.ps1")]
    [InlineData("Failing.Tests.ps1")]
    public void DiscoveryNamesTheTestsOfARunAndRunsNone(string file)
    {
        IReadOnlyList<PesterResult> found = EmbeddedPester.Run(PesterFixture.PathOf(file), discoverOnly: true);
        IReadOnlyList<PesterResult> run = EmbeddedPester.Run(PesterFixture.PathOf(file));

        Assert.Equal(run.Select(result => result.Location), found.Select(result => result.Location));
        Assert.Equal(["NotRun"], found.Select(result => result.Outcome).Distinct());
    }
}
