using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using FlopsPS.Host.Output;
using Microsoft.PowerShell;

namespace FlopsPS.Host;

/// <summary>One runspace with the module in it. Every error of what it runs goes to the log.</summary>
internal sealed class Session : IDisposable
{
    // Out-Default holds the first rows back to lay out its columns, and an exit or a throw upstream would take them
    // along: only a clean block is certain to run. As Out-Rows does, it ends with whether the last command succeeded.
    private const string FormatForPeople = """
        begin { $view = { Out-Default }.GetSteppablePipeline(); $view.Begin($true) }
        process { $view.Process($_) }
        end { $? }
        clean { $view.End() }
        """;

    private readonly Runspace _runspace;
    private readonly ErrorLog _errors;
    private readonly object _gate = new();
    private PowerShell? _running;
    private volatile bool _isStopped;

    internal Session(ConsoleHost host, ErrorLog errors)
    {
        _errors = errors;
        _runspace = RunspaceFactory.CreateRunspace(host, CreateState());
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();

        // A runspace starts where it likes; relative paths are meant from where the host was called.
        _runspace.SessionStateProxy.Path.SetLocation(WildcardPattern.Escape(Environment.CurrentDirectory));
    }

    /// <summary>
    /// The code of the native command or script file that came last and failed, which PowerShell reports in no other
    /// way; otherwise 0.
    /// </summary>
    internal int LastExitCode { get; private set; }

    /// <summary>Imports the module. What is wrong with it is the one error.</summary>
    internal void Import(string manifest) => Invoke(
        shell => shell.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", "Stop"));

    /// <summary>Runs the script to its end, its exit, its first uncaught error, or <see cref="Stop"/>.</summary>
    /// <param name="script">The script.</param>
    /// <param name="rows">Takes the objects; null: they are formatted for people.</param>
    internal void Run(ScriptText script, IRowWriter? rows) => Invoke(shell =>
    {
        script.AddTo(shell);
        _ = rows is null
            ? shell.AddScript(FormatForPeople, useLocalScope: true)
            : shell.AddCommand(OutRowsCommand.Name).AddParameter(nameof(OutRowsCommand.Writer), rows);
    });

    /// <summary>Stops what runs, and everything after it. Returns at once.</summary>
    internal void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            _running?.BeginStop(null, null);
        }
    }

    public void Dispose() => _runspace.Dispose();

    private void Invoke(Action<PowerShell> compose)
    {
        using var shell = PowerShell.Create(_runspace);
        compose(shell);
        shell.Streams.Error.DataAdded += (_, added) => _errors.Report(shell.Streams.Error[added.Index]);
        if (!TryStart(shell))
        {
            return;
        }

        try
        {
            bool hasLastFailed = shell.Invoke<bool>() is [.., false];
            LastExitCode = hasLastFailed ? ReadLastExitCode() : ExitCode.Success;
        }
        catch (Exception) when (_isStopped)
        {
            // Who called Stop knows why.
        }
        catch (RuntimeException exception)
        {
            _errors.Report(exception);
        }
        finally
        {
            Finish();
        }
    }

    private int ReadLastExitCode() =>
        _runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int code ? code : ExitCode.Success;

    private bool TryStart(PowerShell shell)
    {
        lock (_gate)
        {
            _running = _isStopped ? null : shell;
            return !_isStopped;
        }
    }

    private void Finish()
    {
        lock (_gate)
        {
            _running = null;
        }
    }

    private static InitialSessionState CreateState()
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(
            new SessionStateCmdletEntry(OutRowsCommand.Name, typeof(OutRowsCommand), helpFileName: null));
        state.Variables.Add(new SessionStateVariableEntry(
            "PSModuleAutoLoadingPreference", "None", "Modules of a PowerShell that happens to be installed stay out."));
        if (OperatingSystem.IsWindows())
        {
            // Whoever starts this host has chosen what to run; the policy would only refuse the module's own files.
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        return state;
    }
}
