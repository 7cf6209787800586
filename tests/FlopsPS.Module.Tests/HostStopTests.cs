using System;
using System.Diagnostics;
using System.Globalization;

namespace FlopsPS.Module.Tests;

public sealed class HostStopTests
{
    [HostLinuxFact]
    public void Ctrl_C_stops_the_script_prints_what_there_is_and_exits_130()
    {
        const string Text = """
            1
            try { [Console]::Error.WriteLine('ready'); while ($true) { } }
            finally { [Console]::Error.WriteLine('cleaned') }
            """;
        Process process = HostProcess.Start(["-OutputFormat", "Json", Text]);
        Assert.Equal("ready", process.StandardError.ReadLine());
        long start = Stopwatch.GetTimestamp();

        Interrupt(process);
        HostResult result = HostProcess.Finish(process);

        // The script stops within 100 ms; a machine that runs other tests may take longer to say so.
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10));
        Assert.Equal((130, "[\n1\n]\n", "cleaned\n"), (result.ExitCode, result.Output, result.Error));
    }

    [HostLinuxFact]
    public void A_second_Ctrl_C_ends_what_is_deaf_to_a_stop()
    {
        Process process = HostProcess.Start(
            ["[Console]::Error.WriteLine('ready'); [System.Threading.Thread]::Sleep(100000)"]);
        Assert.Equal("ready", process.StandardError.ReadLine());

        Interrupt(process);
        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(1)));
        Interrupt(process);

        Assert.Equal(130, HostProcess.Finish(process).ExitCode);
    }

    [HostLinuxFact]
    public void A_reader_that_goes_away_ends_text_quietly() => CloseAfter("Text", "1");

    [HostLinuxFact]
    public void A_reader_that_goes_away_ends_csv_quietly() => CloseAfter("Csv", "Value");

    [HostLinuxFact]
    public void A_reader_that_goes_away_ends_json_quietly() => CloseAfter("Json", "[");

    private static void CloseAfter(string format, string firstLine)
    {
        using Process process = HostProcess.Start(
            ["-OutputFormat", format, "while ($true) { try { 1 } catch { } }"]);
        Assert.Equal(firstLine, process.StandardOutput.ReadLine());
        process.StandardOutput.Close();

        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal((0, ""), (process.ExitCode, error));
    }

    private static void Interrupt(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
