using Xunit.Sdk;

namespace FlopsPS.Module.Tests;

/// <summary>A theory whose rows are tests of Pester files: file, ordinal, and path for display.</summary>
[XunitTestCaseDiscoverer("FlopsPS.Module.Tests." + nameof(PesterTheoryDiscoverer), "FlopsPS.Module.Tests")]
internal sealed class PesterTheoryAttribute : TheoryAttribute
{
}
