using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using FlopsPS.Networks;
using Xunit.Abstractions;

namespace FlopsPS.Onnx.Tests;

/// <summary>Tries models that nobody vouches for. Whatever they hold, they are measured or refused: nothing else is
/// thrown, nothing hangs, and memory stays within a bound.</summary>
internal sealed class FuzzRun
{
    private const long MostBytes = 512L * 1024 * 1024;

    private readonly ITestOutputHelper _output;
    private readonly HashSet<string> _failures = [];
    private readonly SortedDictionary<string, int> _outcomes = [];
    private (long Bytes, string What) _largest;
    private (TimeSpan Time, string What) _longest;

    public FuzzRun(ITestOutputHelper output) => _output = output;

    /// <summary>How many models are tried: FLOPSPS_FUZZ, or a few thousand unless it is set.</summary>
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FLOPSPS_FUZZ"), out int wanted) ? wanted : 4000;

    /// <summary>How many ended as what: measured, or the code of an error.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    /// <summary>Measures a model.</summary>
    public void Try(Action measure, string what)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        string outcome = OutcomeOf(measure, what);
        _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        _largest = bytes > _largest.Bytes ? (bytes, what) : _largest;
        _longest = watch.Elapsed > _longest.Time ? (watch.Elapsed, what) : _longest;
    }

    /// <summary>Fails if a model did something else, and says how they went.</summary>
    public void End()
    {
        _output.WriteLine(
            $"{_outcomes.Values.Sum()} models: {string.Join(", ", _outcomes.Select(pair => $"{pair.Key} {pair.Value}"))}; "
            + $"the longest took {_longest.Time.TotalMilliseconds:F0} ms ({_longest.What}), the largest allocated "
            + $"{_largest.Bytes / 1024} KiB ({_largest.What}), all that in "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MiB");
        Assert.Empty(_failures);
        Assert.True(_largest.Bytes < MostBytes, $"{_largest.What} takes too much memory");
    }

    private string OutcomeOf(Action measure, string what)
    {
        try
        {
            measure();
            return "measured";
        }
        catch (NetworkException error)
        {
            return error.Code.ToString();
        }
        catch (Exception error)
        {
            // One for each place is told.
            if (_failures.Add(string.Join('\n', error.ToString().Split('\n').Take(4))))
            {
                _output.WriteLine($"{what}: {error}");
            }

            return "failed";
        }
    }
}
