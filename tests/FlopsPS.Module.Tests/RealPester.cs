using System;
using System.ComponentModel;
using System.IO;
using System.Text.Json;

namespace FlopsPS.Module.Tests;

/// <summary>Runs Pester files with Pester 5 in the PowerShell of this machine, if it has both.</summary>
internal static class RealPester
{
    /// <summary>Why Pester cannot run here, or null when it can.</summary>
    public static string? Obstacle { get; } = FindObstacle();

    public static RealPesterRun Run(string path, string? module = null)
    {
        string result = Path.GetTempFileName();
        try
        {
            string script = Path.Combine(Repository.Root, "tests", "RealPester.ps1");
            string output = RealShell.Run(
                "-File", script, "-Path", path, "-Result", result, "-Module", module ?? string.Empty);
            string json = File.ReadAllText(result);
            return json.Length == 0
                ? throw new InvalidOperationException(output)
                : JsonSerializer.Deserialize<RealPesterRun>(json)!;
        }
        finally
        {
            File.Delete(result);
        }
    }

    private static string? FindObstacle()
    {
        const string HasPester = "(Get-Module Pester -ListAvailable).Version.Major -contains 5";
        try
        {
            return RealShell.Run("-Command", HasPester).Contains("True") ? null : "pwsh has no Pester 5.";
        }
        catch (Win32Exception)
        {
            return "pwsh is not on PATH.";
        }
    }
}
