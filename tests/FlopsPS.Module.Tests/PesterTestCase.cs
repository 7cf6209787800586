using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlopsPS.Module.Tests;

internal sealed class PesterTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For the deserializer.")]
    public PesterTestCase()
    {
    }

    public PesterTestCase(
        IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod method, object[] row)
        : base(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, row)
    {
    }

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        using var bus = new SkippingMessageBus(messageBus);
        RunSummary summary = await base.RunAsync(
            diagnosticMessageSink, bus, constructorArguments, aggregator, cancellationTokenSource);
        summary.Failed -= bus.SkippedCount;
        summary.Skipped += bus.SkippedCount;
        return summary;
    }

    /// <summary>xunit would cut the names of Pester's tests.</summary>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName)
    {
        return $"{displayName}({TestMethodArguments[0]}: {TestMethodArguments[2]})";
    }
}
