using System.Collections.Generic;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlopsPS.Module.Tests;

internal sealed class PesterTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo theoryAttribute,
        object[] dataRow)
    {
        return [new PesterTestCase(DiagnosticMessageSink, discoveryOptions, testMethod, dataRow)];
    }
}
