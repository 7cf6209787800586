using BenchmarkDotNet.Attributes;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Benchmarks;

/// <summary>ResNet-50 in a warm process. Targets: under 2 ms from text, under 50 µs from an imported network.</summary>
[InProcess]
[MemoryDiagnoser]
public class ResNet50Benchmarks
{
    private readonly string _text = Work.ZooText("resnet");
    private Network? _network;

    [GlobalSetup]
    public void Setup() => _network = Work.Build(Work.Template(_text, "resnet50"));

    [Benchmark]
    public CostRow FromText() => Work.Measure(Work.Build(Work.Template(_text, "resnet50")));

    [Benchmark]
    public CostRow FromNetwork() => Work.Measure(_network!);
}
