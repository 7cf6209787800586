using System.Linq;
using BenchmarkDotNet.Attributes;

namespace FlopsPS.Benchmarks;

/// <summary>All networks of the zoo in a warm process. Targets: under 2 s from text.</summary>
[InProcess]
[MemoryDiagnoser]
public class ZooBenchmarks
{
    private string[] _texts = [];

    [GlobalSetup]
    public void Setup() => _texts = Work.ZooTexts();

    [Benchmark]
    public long WholeZoo() => _texts
        .SelectMany(Work.Templates)
        .Sum(template => Work.Measure(Work.Build(template)).Flops ?? 0);
}
