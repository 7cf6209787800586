using System.Collections.Generic;

namespace FlopsPS.Host;

/// <summary>The arguments of the host, understood.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Format">What standard output carries.</param>
/// <param name="Subject">The PowerShell text to run, or the path of the script.</param>
/// <param name="ScriptArguments">What the script is called with, as typed.</param>
internal sealed record CommandLine(
    HostAction Action, OutputFormat Format, string Subject, IReadOnlyList<string> ScriptArguments);
