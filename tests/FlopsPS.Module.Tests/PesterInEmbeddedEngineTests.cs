using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit.Sdk;

namespace FlopsPS.Module.Tests;

/// <summary>The files of tests/pester where there is no PowerShell: every It is a case.</summary>
public sealed class PesterInEmbeddedEngineTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "pester");

    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<PesterResult>>> s_runs = new();

    public static TheoryData<string, int, string> Tests()
    {
        var tests = new TheoryData<string, int, string>();
        foreach (string path in Directory.GetFiles(s_folder, "*.Tests.ps1").Order(StringComparer.Ordinal))
        {
            string file = Path.GetFileName(path);
            foreach ((int ordinal, PesterResult test) in Run(file, discoverOnly: true).Index())
            {
                tests.Add(file, ordinal, test.Path);
            }
        }

        return tests;
    }

    [PesterTheory]
    [MemberData(nameof(Tests))]
    public void It(string file, int ordinal, string path)
    {
        IReadOnlyList<PesterResult> results = s_runs.GetOrAdd(file, name => new(() => Run(name))).Value;
        Assert.True(ordinal < results.Count, $"{path} was discovered, but not run.");
        PesterResult result = results[ordinal];
        if (result.Outcome == "Skipped")
        {
            throw SkipException.ForSkip(result.Message);
        }

        string report = $"{result.Outcome}: {result.Message}\n{result.Path}\n{result.Location}";
        Assert.True(result.Outcome == "Passed", report);
    }

    private static IReadOnlyList<PesterResult> Run(string file, bool discoverOnly = false)
    {
        return EmbeddedPester.Run(
            Path.Combine(s_folder, file), Path.Combine(Repository.Module, "FlopsPS.psd1"), discoverOnly);
    }
}
