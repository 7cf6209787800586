using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace FlopsPS.Module.Tests;

/// <summary>The PowerShell of this machine.</summary>
internal static class RealShell
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <summary>What it writes, to both streams.</summary>
    public static string Run(params string[] arguments) => Run(new Dictionary<string, string>(), arguments).Output;

    /// <summary>What it writes, to both streams, and its exit code.</summary>
    /// <param name="environment">Variables besides those of this process.</param>
    /// <param name="arguments">The arguments behind those that keep profiles and questions away.</param>
    public static (int ExitCode, string Output) Run(
        IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_COLOR"] = "1" },
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string[]> texts = Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!texts.Wait(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"pwsh did not finish within {s_limit}.");
        }

        process.WaitForExit();
        return (process.ExitCode, string.Concat(texts.Result));
    }
}
