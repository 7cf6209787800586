using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using FlopsPS.Counting;

namespace FlopsPS.Benchmarks;

/// <summary>A chain, from text to a row per layer. Target: 100,000 layers in under a second, linear in the layers.
/// </summary>
[InProcess]
[MemoryDiagnoser]
public class ChainBenchmarks
{
    private string _text = string.Empty;

    [Params(1_000, 10_000, 100_000)]
    public int Layers { get; set; }

    [GlobalSetup]
    public void Setup() => _text = Work.Chain(Layers);

    [Benchmark]
    public List<CostRow> RowPerLayer() => Work.MeasureLayers(Work.Build(Work.Template(_text, "chain")));
}
