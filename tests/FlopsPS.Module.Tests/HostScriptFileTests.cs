using System;
using System.IO;

namespace FlopsPS.Module.Tests;

public sealed class HostScriptFileTests : IDisposable
{
    // Brackets are wildcards to PowerShell, and only characters to everybody else.
    private readonly string _folder = Directory.CreateTempSubdirectory("net [1] ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("depth=3 on=True rest=", "-Depth", "3", "-On")]
    [InlineData("depth=3 on=False rest=", "-dep:3", "-On:$false")]
    [InlineData("depth=4 on=False rest=it's \"$x\"", "4", "it's \"$x\"")]
    [InlineData("depth=-1 on=False rest=", "-Depth", "-1")]
    public void Arguments_bind_as_in_PowerShell(string output, params string[] arguments)
    {
        string script = Write("param([int] $Depth, [switch] $On, $Rest) \"depth=$Depth on=$On rest=$Rest\"");

        HostResult result = HostProcess.Run(["-File", script, .. arguments]);

        Assert.Equal((0, output + "\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void A_script_knows_its_folder_and_starts_where_the_host_was_called()
    {
        Write("$PSScriptRoot; $PWD.Path; \"$args\"");

        HostResult result = HostProcess.RunIn(_folder, "-File", "script.ps1", "-OutputFormat", "a b");

        string folder = Path.GetFileName(_folder);
        Assert.Equal(3, result.OutputLines.Length);
        Assert.EndsWith(folder, result.OutputLines[0], StringComparison.Ordinal);
        Assert.EndsWith(folder, result.OutputLines[1], StringComparison.Ordinal);
        Assert.Equal("-OutputFormat a b", result.OutputLines[2]);
    }

    [Theory]
    [InlineData("1; exit 3; 2", 3, "1\n")]
    [InlineData("1; function f { exit 4 } f; 2", 4, "1\n")]
    [InlineData("1", 0, "1\n")]
    public void Exit_in_a_script_is_the_exit_of_the_host(string content, int exitCode, string output)
    {
        HostResult result = HostProcess.Run("-File", Write(content));

        Assert.Equal((exitCode, output), (result.ExitCode, result.Output));
    }

    [Fact]
    public void A_script_that_does_not_parse_is_one_line_with_the_place()
    {
        HostResult result = HostProcess.Run("-File", Write("1\nif (\n"));

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.EndsWith(" At script.ps1(2,5).", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private string Write(string content)
    {
        string path = Path.Combine(_folder, "script.ps1");
        File.WriteAllText(path, content);
        return path;
    }
}
