using System.Linq;

namespace FlopsPS.Module.Tests;

/// <summary>What one run of the host left; line ends are \n everywhere.</summary>
internal sealed record HostResult(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Lines(Output);

    public string[] ErrorLines => Lines(Error);

    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line is not "")];
}
