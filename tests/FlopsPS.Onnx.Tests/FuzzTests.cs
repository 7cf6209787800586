using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using FlopsPS.Networks;
using Xunit.Abstractions;

namespace FlopsPS.Onnx.Tests;

/// <summary>Whatever a file holds, it is measured or refused: nothing else is thrown, nothing hangs, and memory stays
/// within a bound.</summary>
/// <remarks>FLOPSPS_FUZZ says how many mutations are tried; a few thousand unless it is set.</remarks>
public sealed class FuzzTests
{
    private const int Seed = 20_240_613;
    private const long MostBytes = 512L * 1024 * 1024;

    private static readonly int s_mutations =
        int.TryParse(Environment.GetEnvironmentVariable("FLOPSPS_FUZZ"), out int wanted) ? wanted : 4000;

    private readonly ITestOutputHelper _output;
    private readonly HashSet<string> _failures = [];
    private long _mostBytes;
    private TimeSpan _longest;

    public FuzzTests(ITestOutputHelper output) => _output = output;

    [Theory]
    [InlineData("onnx-edge/conv_no_attrs.onnx")]
    [InlineData("onnx-edge/local_function.onnx")]
    [InlineData("onnx-edge/if_subgraph.onnx")]
    public void A_model_that_ends_early_is_refused_or_complete(string file)
    {
        byte[] model = Models.Bytes(file);
        for (int length = 0; length < model.Length; length++)
        {
            Try(model[..length], $"{file}, cut at {length}");
        }

        Assert.Empty(_failures);
    }

    [Fact]
    public void A_broken_model_is_measured_or_refused()
    {
        (string Name, byte[] Bytes)[] files =
        [
            .. new[] { "onnx-edge", "onnx-ops" }
                .SelectMany(folder => Models.In(folder).Select(name => $"{folder}/{name}"))
                .Select(name => (name, Models.Bytes(name)))
                .Where(file => file.Item2.Length < 20_000),
        ];
        var random = new Random(Seed);
        var codes = new SortedDictionary<string, int>();
        for (int i = 0; i < s_mutations; i++)
        {
            (string name, byte[] bytes) = files[random.Next(files.Length)];
            string outcome = Try(Mutation.Of(bytes, random), $"{name}, mutation {i}");
            codes[outcome] = codes.GetValueOrDefault(outcome) + 1;
        }

        Assert.Empty(_failures);
        Assert.True(codes.ContainsKey(nameof(ErrorCode.ModelInvalid)));
        _output.WriteLine(
            $"{s_mutations} mutations: {string.Join(", ", codes.Select(pair => $"{pair.Key} {pair.Value}"))}; the "
            + $"longest took {_longest.TotalMilliseconds:F0} ms, the largest allocated {_mostBytes / 1024} KiB, all that in "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MiB");
    }

    private string Try(byte[] model, string what)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        try
        {
            Models.Measure(Models.Read(model, what), "full");
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
        finally
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            _mostBytes = Math.Max(_mostBytes, bytes);
            _longest = watch.Elapsed > _longest ? watch.Elapsed : _longest;
            Assert.True(bytes < MostBytes, $"{what} takes too much memory");
        }
    }
}
