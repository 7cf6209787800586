using System;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace FlopsPS.Host;

/// <summary>Reports errors on standard error and remembers that there was one.</summary>
internal sealed class ErrorLog
{
    internal bool HasErrors { get; private set; }

    /// <summary>What a native command says on its standard error goes through as it is: it is no error in itself.</summary>
    internal void Report(ErrorRecord record)
    {
        if (record.FullyQualifiedErrorId.StartsWith("NativeCommandError", StringComparison.Ordinal))
        {
            Console.Error.WriteLine(record.Exception.Message);
        }
        else
        {
            Write(ErrorLine.Of(record));
        }
    }

    internal void Report(Exception exception) => Write(ErrorLine.Of(exception));

    private void Write(string line)
    {
        HasErrors = true;
        Console.Error.WriteLine(PSHostUserInterface.GetOutputString(line, supportsVirtualTerminal: false));
    }
}
