namespace FlopsPS.Module.Tests;

/// <summary>What a run of a Pester file says about one of its tests.</summary>
/// <param name="Path">The names of the blocks and of the test, joined with a dot.</param>
/// <param name="Location">The file and the line of the test.</param>
/// <param name="Outcome">Passed, Failed, Skipped or NotRun, as in Pester.</param>
/// <param name="Message">Why it failed or was skipped.</param>
internal sealed record PesterResult(string Path, string Location, string Outcome, string Message);
