using System;
using FlopsPS.Host.Output;

namespace FlopsPS.Host;

/// <summary>Runs one script from start to exit code.</summary>
internal static class ScriptRun
{
    internal static int Execute(ScriptText script, OutputFormat format)
    {
        string manifest = ModuleFolder.FindManifest();
        var errors = new ErrorLog();
        var output = new StandardOutput();
        var host = new ConsoleHost(CreateUserInterface(format, output));
        using var session = new Session(host, errors);
        output.Closed += session.Stop;
        bool isInterrupted = false;
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The second time the process ends at once: what runs may be deaf to a stop.
            pressed.Cancel = !isInterrupted;
            isInterrupted = true;
            session.Stop();
        };

        session.Import(manifest);
        if (!errors.HasErrors)
        {
            using IRowWriter? rows = CreateRowWriter(format, output);
            session.Run(script, rows);
        }

        return isInterrupted ? ExitCode.Interrupted : host.RequestedExitCode ?? Judge(errors, session);
    }

    private static int Judge(ErrorLog errors, Session session) =>
        errors.HasErrors ? ExitCode.Failure : session.LastExitCode;

    /// <summary>Where standard output is for programs, what is said to people goes to standard error.</summary>
    private static ConsoleUserInterface CreateUserInterface(OutputFormat format, StandardOutput output) =>
        format == OutputFormat.Text
            ? new ConsoleUserInterface(output.Write, output.ShowsColours)
            : new ConsoleUserInterface(Console.Error.Write, supportsVirtualTerminal: false);

    private static IRowWriter? CreateRowWriter(OutputFormat format, StandardOutput output) => format switch
    {
        OutputFormat.Csv => new CsvRowWriter(output),
        OutputFormat.Json => new JsonRowWriter(output),
        _ => null,
    };
}
