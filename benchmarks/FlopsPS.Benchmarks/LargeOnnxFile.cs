using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using FlopsPS.Onnx;
using FlopsPS.Onnx.Tests.Writing;

namespace FlopsPS.Benchmarks;

/// <summary>An ONNX file of 1.9 GB with its weights inside. Target: the time of a few seeks, under 64 MiB.</summary>
internal static class LargeOnnxFile
{
    private const int Layers = 28;

    public static void Print()
    {
        string path = Path.Combine(Path.GetTempPath(), $"flopsps-{Guid.NewGuid():N}.onnx");
        try
        {
            using (FileStream file = File.Create(path))
            {
                LargeModel.Write(file, Layers);
            }

            Print(path, "cold");
            Print(path, "warm");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Print(string path, string state)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        long idle = Peak();
        var watch = Stopwatch.StartNew();
        long? macs = Work.Measure(Work.Build(OnnxReader.ReadFile(path).Single())).Macs;
        TimeSpan elapsed = watch.Elapsed;
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Console.WriteLine(
            $"{new FileInfo(path).Length / 1e9:F2} GB of ONNX, {state}: {elapsed.TotalMilliseconds:F1} ms, "
            + $"{allocated / 1024} KiB allocated, at most {(Peak() - idle) / 1024} KiB more of the machine's memory, "
            + $"{macs} MACs");
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
