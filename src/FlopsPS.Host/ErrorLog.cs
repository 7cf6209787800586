using System;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace FlopsPS.Host;

/// <summary>Reports errors on standard error and remembers that there was one.</summary>
internal sealed class ErrorLog
{
    internal bool HasErrors { get; private set; }

    internal void Report(ErrorRecord record) => Write(ErrorLine.Of(record));

    internal void Report(Exception exception) => Write(ErrorLine.Of(exception));

    private void Write(string line)
    {
        HasErrors = true;
        Console.Error.WriteLine(PSHostUserInterface.GetOutputString(line, supportsVirtualTerminal: false));
    }
}
