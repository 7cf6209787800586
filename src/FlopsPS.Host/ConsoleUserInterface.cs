using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace FlopsPS.Host;

/// <summary>
/// Writes what PowerShell has to say: formatted objects and host messages to the given place, warnings and the like to
/// standard error. Never asks: it serves scripts.
/// </summary>
/// <param name="write">Takes formatted objects and host messages.</param>
/// <param name="supportsVirtualTerminal">Whether that place shows colours.</param>
internal sealed class ConsoleUserInterface(Action<string> write, bool supportsVirtualTerminal) : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI { get; } = new ConsoleRawUserInterface();

    public override bool SupportsVirtualTerminal => supportsVirtualTerminal;

    public override void Write(string value) => write(GetOutputString(value, supportsVirtualTerminal));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(value);

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value) => WriteMessage("", value);

    public override void WriteWarningLine(string message) => WriteMessage("WARNING: ", message);

    public override void WriteVerboseLine(string message) => WriteMessage("VERBOSE: ", message);

    public override void WriteDebugLine(string message) => WriteMessage("DEBUG: ", message);

    // Output that is read by a program or kept in a log has no use for progress bars.
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => throw Refuse();

    public override SecureString ReadLineAsSecureString() => throw Refuse();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) => throw Refuse();

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw Refuse();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) => throw Refuse();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw Refuse();

    private static void WriteMessage(string label, string message) =>
        Console.Error.WriteLine(label + GetOutputString(message, supportsVirtualTerminal: false));

    private static HostException Refuse() =>
        new("This host cannot ask for input. Give every mandatory parameter, and -Confirm:$false where it would ask.");
}
