using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace FlopsPS.Module.Tests;

/// <summary>Runs the built console host as a shell would.</summary>
internal static class HostProcess
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <summary>The folder of the host, in the configuration of these tests.</summary>
    public static string Folder { get; } = Path.Combine(
        Repository.Root, "src", "FlopsPS.Host", "bin", Configuration, "net10.0");

    public static HostResult Run(params string[] arguments) => Finish(Start(arguments));

    public static HostResult RunWithInput(string input, params string[] arguments) => Finish(Start(arguments), input);

    public static HostResult RunIn(string workingFolder, params string[] arguments) =>
        Finish(Start(arguments, workingFolder: workingFolder));

    /// <summary>Runs a copy of the host that lies elsewhere.</summary>
    public static HostResult RunCopy(string hostFolder, params string[] arguments) =>
        Finish(Start(arguments, hostFolder));

    public static Process Start(
        IEnumerable<string> arguments, string? hostFolder = null, string? workingFolder = null)
    {
        List<string> command =
            [DotNet, Path.Combine(hostFolder ?? Folder, "FlopsPS.Host.dll"), .. arguments];
        return StartCommand(command, workingFolder);
    }

    /// <summary>Runs the host out of its project, as the README says.</summary>
    public static HostResult RunProject(params string[] arguments) => Finish(StartCommand(
    [
        DotNet, "run", "--no-build", "--configuration", Configuration, "--project", "src/FlopsPS.Host", "--", .. arguments,
    ]));

    private static Process StartCommand(List<string> command, string? workingFolder = null)
    {
        if (OperatingSystem.IsLinux())
        {
            // Whoever runs the tests in the background lets them ignore Ctrl+C, which the host would inherit.
            command.InsertRange(0, ["env", "--default-signal=INT"]);
        }

        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? Repository.Root,
        };
        return Process.Start(start)!;
    }

    public static HostResult Finish(Process process, string input = "")
    {
        using (process)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(s_limit))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"The host did not end within {s_limit}.");
            }

            return new HostResult(process.ExitCode, Normalise(output.Result), Normalise(error.Result));
        }
    }

    // bin/<configuration>/net10.0/
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Normalise(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
