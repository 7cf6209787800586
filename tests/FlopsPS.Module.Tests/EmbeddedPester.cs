using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace FlopsPS.Module.Tests;

/// <summary>Runs a Pester file with tests/PesterRunner.ps1, in the engine that the test project references.</summary>
internal static class EmbeddedPester
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    public static IReadOnlyList<PesterResult> Run(string file, string? module = null, bool discoverOnly = false)
    {
        // The cmdlets of a PowerShell that happens to be installed stay out.
        var state = InitialSessionState.CreateDefault2();
        state.Variables.Add(new SessionStateVariableEntry("PSModuleAutoLoadingPreference", "None", string.Empty));
        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        if (module is not null)
        {
            shell.AddCommand("Import-Module").AddArgument(module).AddParameter("ErrorAction", "Stop").Invoke();
            shell.Commands.Clear();
        }

        shell.AddCommand(Path.Combine(Repository.Root, "tests", "PesterRunner.ps1"))
            .AddParameter("Path", file)
            .AddParameter("DiscoverOnly", discoverOnly);
        IAsyncResult run = shell.BeginInvoke();
        if (!run.AsyncWaitHandle.WaitOne(s_limit))
        {
            shell.Stop();
            throw new TimeoutException($"{file} did not finish within {s_limit}.");
        }

        return [.. shell.EndInvoke(run).Select(ToResult)];
    }

    private static PesterResult ToResult(PSObject row)
    {
        string Text(string property) => row.Properties[property].Value?.ToString() ?? string.Empty;

        return new PesterResult(Text("Path"), $"{Text("File")}:{Text("Line")}", Text("Outcome"), Text("Message"));
    }
}
