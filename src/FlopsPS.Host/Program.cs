using System;
using System.IO;
using System.Management.Automation;

namespace FlopsPS.Host;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        // The engine of PowerShell reports imports to its makers unless told not to. A counting tool has nothing to
        // report, and starts a quarter of a second sooner.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        try
        {
            return Execute(CommandLineParser.Parse(arguments, Console.IsInputRedirected));
        }
        catch (UsageException exception)
        {
            return Fail(exception, ExitCode.Usage);
        }
        catch (Exception exception) when (exception is ParseException or IOException or UnauthorizedAccessException)
        {
            return Fail(exception, ExitCode.Failure);
        }
    }

    private static int Execute(CommandLine line) => line.Action switch
    {
        HostAction.ShowVersion => Show(ModuleFolder.ReadVersion(ModuleFolder.FindManifest())),
        HostAction.RunText => ScriptRun.Execute(ScriptText.FromText(line.Subject), line.Format),
        HostAction.RunFile => ScriptRun.Execute(ReadFile(line), line.Format),
        HostAction.RunStandardInput => RunStandardInput(line.Format),
        _ => Show(Usage.Text),
    };

    private static int RunStandardInput(OutputFormat format)
    {
        string text = Console.In.ReadToEnd();
        return string.IsNullOrWhiteSpace(text)
            ? Show(Usage.Text)
            : ScriptRun.Execute(ScriptText.FromText(text), format);
    }

    private static ScriptText ReadFile(CommandLine line) =>
        File.Exists(line.Subject)
            ? ScriptText.FromFile(line.Subject, line.ScriptArguments)
            : throw new UsageException($"No script '{line.Subject}'. -File takes the path of a .ps1 file; "
                + "PowerShell text goes after -Command.");

    private static int Show(string text)
    {
        Console.Out.WriteLine(text);
        return ExitCode.Success;
    }

    private static int Fail(Exception exception, int exitCode)
    {
        Console.Error.WriteLine(ErrorLine.Of(exception));
        return exitCode;
    }
}
