using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace FlopsPS.Module.Tests;

/// <summary>An engine of its own with the built module imported.</summary>
internal sealed class CmdletShell : IDisposable
{
    private readonly Runspace _runspace;

    public CmdletShell(PSHost? host = null)
    {
        var state = InitialSessionState.CreateDefault2();
        state.Variables.Add(new SessionStateVariableEntry("PSModuleAutoLoadingPreference", "None", string.Empty));
        _runspace = host is null
            ? RunspaceFactory.CreateRunspace(state)
            : RunspaceFactory.CreateRunspace(host, state);
        _runspace.Open();
        Run($"Import-Module '{Path.Combine(Repository.Module, "FlopsPS.psd1")}' -ErrorAction Stop");
    }

    /// <summary>The objects that a script emits; its first error ends it.</summary>
    public IReadOnlyList<PSObject> Run(string script)
    {
        using PowerShell shell = Start(script);
        return [.. shell.Invoke()];
    }

    /// <summary>The rows that a script emits, each as the text of its columns.</summary>
    public IReadOnlyList<string> RunRows(string script) => [.. Run(script).Select(row => string.Join("|", row.Properties
        .Select(column => string.Format(CultureInfo.InvariantCulture, "{0}={1}", column.Name, column.Value))))];

    /// <summary>A script that has not begun yet.</summary>
    public PowerShell Start(string script)
    {
        var shell = PowerShell.Create(_runspace);
        return shell.AddScript("$ErrorActionPreference = 'Stop'\n" + script);
    }

    /// <summary>What the Tab key offers at the end of a line.</summary>
    public IReadOnlyList<string> Complete(string line)
    {
        using var shell = PowerShell.Create(_runspace);
        CommandCompletion completion = CommandCompletion.CompleteInput(line, line.Length, null, shell);
        return [.. completion.CompletionMatches.Select(match => match.CompletionText)];
    }

    public void Dispose() => _runspace.Dispose();
}
