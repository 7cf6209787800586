using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Module.Tests;

/// <summary>What tests/RealPester.ps1 writes.</summary>
/// <param name="Version">Pester's version.</param>
/// <param name="Broken">The blocks and files that failed as such.</param>
/// <param name="Tests">The tests.</param>
internal sealed record RealPesterRun(string Version, int Broken, IReadOnlyList<PesterResult> Tests)
{
    public int Count(string outcome) => Tests.Count(test => test.Outcome == outcome);
}
