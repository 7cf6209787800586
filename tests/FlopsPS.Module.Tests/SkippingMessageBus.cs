using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlopsPS.Module.Tests;

/// <summary>Reports a test that throws a <see cref="SkipException"/> as skipped, which xunit 2 leaves undone.</summary>
internal sealed class SkippingMessageBus(IMessageBus inner) : IMessageBus
{
    private const string Marker = "$XunitDynamicSkip$";

    public int SkippedCount { get; private set; }

    public bool QueueMessage(IMessageSinkMessage message)
    {
        if (message is not ITestFailed failed || failed.ExceptionTypes[0] != typeof(SkipException).FullName)
        {
            return inner.QueueMessage(message);
        }

        SkippedCount++;
        return inner.QueueMessage(new TestSkipped(failed.Test, failed.Messages[0].Replace(Marker, string.Empty)));
    }

    /// <summary>The inner bus belongs to xunit.</summary>
    public void Dispose()
    {
    }
}
