using System;
using System.Globalization;
using System.Management.Automation.Host;
using System.Reflection;

namespace FlopsPS.Host;

/// <summary>The host as PowerShell sees it: a user interface and a place to leave an exit code.</summary>
internal sealed class ConsoleHost(PSHostUserInterface userInterface) : PSHost
{
    /// <summary>The code of the script's <c>exit</c>; null when it ran to its end.</summary>
    internal int? RequestedExitCode { get; private set; }

    public override string Name => "FlopsPS.Host";

    public override Version Version => Assembly.GetExecutingAssembly().GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => userInterface;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new HostException("This host has no prompt.");

    public override void ExitNestedPrompt() => throw new HostException("This host has no prompt.");

    // A native command inherits the console as it is; there are no modes to save.
    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
