using System;
using System.Threading;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;

namespace FlopsPS.Onnx.Tests;

/// <summary>A model costs what its graph takes, however large its weights are.</summary>
public sealed class LargeModelTests
{
    private const int Layers = 28;
    private const long WeightsOfALayer = (long)LargeModel.Features * LargeModel.Features;

    [Fact]
    public void Weights_are_skipped_and_not_read()
    {
        using var stream = new SparseStream();
        LargeModel.Write(stream, Layers);
        Assert.True(stream.Length > 1_870_000_000);
        stream.Position = 0;

        long before = GC.GetAllocatedBytesForCurrentThread();
        Network network = OnnxReader.Read(stream, "large.onnx").Build(NetworkRequest.None, CancellationToken.None);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(Layers * WeightsOfALayer, Models.Measure(network).Parameters);
        Assert.Equal(Layers * WeightsOfALayer, Models.Measure(network).Macs);

        // A page for the graph, and one or two behind each weight.
        Assert.InRange(stream.BytesRead, 1, 4096 * 2 * (Layers + 2));
        Assert.InRange(allocated, 1, 8 * 1024 * 1024);
    }
}
