using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Operators;
using FlopsPS.Yaml;
using Xunit.Abstractions;

namespace FlopsPS.Onnx.Tests;

/// <summary>Files that are broken, and models in which little fits.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20_240_613;
    private static readonly IReadOnlyList<Convention> s_conventions = ConventionCatalog.All;

    private readonly FuzzRun _run;

    public FuzzTests(ITestOutputHelper output) => _run = new(output);

    [Theory]
    [InlineData("onnx-edge/conv_no_attrs.onnx")]
    [InlineData("onnx-edge/local_function.onnx")]
    [InlineData("onnx-edge/if_subgraph.onnx")]
    public void A_model_that_ends_early_is_refused_or_complete(string file)
    {
        byte[] model = Models.Bytes(file);
        for (int length = 0; length < model.Length; length++)
        {
            byte[] cut = model[..length];
            _run.Try(() => Models.Measure(Models.Read(cut, file), "full"), $"{file}, cut at {length}");
        }

        _run.End();
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
        for (int i = 0; i < FuzzRun.Count; i++)
        {
            (string name, byte[] bytes) = files[random.Next(files.Length)];
            byte[] broken = Mutation.Of(bytes, random);
            _run.Try(() => Models.Measure(Models.Read(broken, name), "full"), $"{name}, mutation {i}");
        }

        _run.End();
        Assert.True(_run.Outcomes.ContainsKey(nameof(ErrorCode.ModelInvalid)));
    }

    [Fact]
    public void A_model_in_which_little_fits_is_measured_and_written_or_refused()
    {
        for (int i = 0; i < FuzzRun.Count; i++)
        {
            var random = new Random(Seed + i);
            string name = RandomModel.Operators[i % RandomModel.Operators.Count];
            byte[] model = RandomModel.Of(name, random);
            long count = random.Next(3) switch { 0 => 1L << 40, 1 => 0, _ => random.Next(9) };
            _run.Try(() => MeasureAndWrite(model, name, random.Next(2) == 0 ? count : null), $"{name}, model {i}");
        }

        _run.End();
        Assert.True(_run.Outcomes["measured"] > FuzzRun.Count / 8);
    }

    private static void MeasureAndWrite(byte[] bytes, string name, long? count)
    {
        Network network = Models.Read(
            bytes,
            name,
            DataCounts.NamesIn(OnnxModel.Read(new MemoryStream(bytes), name)).Distinct()
                .Where(_ => count is not null)
                .Select(dimension => (dimension, (object)count!)));
        NetworkException? refused = null;
        foreach (Convention convention in s_conventions)
        {
            try
            {
                _ = CostCounter.Measure(network, new MeasureOptions(convention)).Single();
            }
            catch (NetworkException error)
            {
                refused = error;
            }
        }

        _ = ManifestWriter.Write(network);
        if (refused is not null)
        {
            throw refused;
        }
    }
}
