using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace FlopsPS.Module.Tests;

/// <summary>Opens pages in the Chromium of this machine, if it has one.</summary>
internal static class Chromium
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    private static readonly string? s_program = Environment.GetEnvironmentVariable("PATH")?
        .Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }, Path.Combine)
        .FirstOrDefault(File.Exists);

    /// <summary>Why pages cannot be opened here, or null when they can.</summary>
    public static string? Obstacle => s_program is null ? "Neither chromium nor google-chrome is on PATH." : null;

    /// <summary>The document as it is when a page has loaded and its scripts have run.</summary>
    public static string Open(string page)
    {
        string profile = Directory.CreateTempSubdirectory("flopsps-chromium").FullName;
        try
        {
            var start = new ProcessStartInfo(
                s_program!,
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    $"--user-data-dir={profile}", "--dump-dom", new Uri(page).AbsoluteUri,
                ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            Task<string> document = process.StandardOutput.ReadToEndAsync();
            Task<string> log = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(s_limit))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"Chromium did not open {page} within {s_limit}: {log.Result}");
            }

            return document.Result;
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }
}
