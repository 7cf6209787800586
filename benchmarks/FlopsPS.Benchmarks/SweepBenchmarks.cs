using BenchmarkDotNet.Attributes;
using FlopsPS.Networks;

namespace FlopsPS.Benchmarks;

/// <summary>A sweep of 1,000 variants of MobileNetV2: 25 widths at 40 resolutions.</summary>
[InProcess]
[MemoryDiagnoser]
public class SweepBenchmarks
{
    private readonly NetworkTemplate _template = Work.Template(Work.ZooText("mobilenet_v2"), "mobilenet_v2");

    [Benchmark]
    public long ThousandVariants()
    {
        long macs = 0;
        for (long width = 1; width <= 25; width++)
        {
            for (long resolution = 32; resolution <= 344; resolution += 8)
            {
                macs += Work.Measure(Work.Build(_template, ("width", width), ("resolution", resolution))).Macs ?? 0;
            }
        }

        return macs;
    }
}
