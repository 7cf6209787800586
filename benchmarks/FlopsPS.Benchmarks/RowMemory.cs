using System;
using System.Collections.Generic;
using FlopsPS.Counting;

namespace FlopsPS.Benchmarks;

/// <summary>The memory that a row per layer keeps once its network is gone. Target: under 500 bytes.</summary>
internal static class RowMemory
{
    private const int Layers = 100_000;

    public static void Print()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        List<CostRow> rows = Work.MeasureLayers(Work.Build(Work.Template(Work.Chain(Layers), "chain")));
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine($"retained per layer row: {(after - before) / rows.Count} bytes");
    }
}
