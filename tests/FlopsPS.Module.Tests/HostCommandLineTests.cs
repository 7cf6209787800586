using System;
using System.IO;

namespace FlopsPS.Module.Tests;

public sealed class HostCommandLineTests
{
    [Theory]
    [InlineData("-Help")]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public void Help_is_printed_on_request(string option)
    {
        HostResult result = HostProcess.Run(option);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Runs the module FlopsPS", result.Output, StringComparison.Ordinal);
        Assert.Contains("[-OutputFormat Text|Csv|Json] [-Command]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_project_runs_as_the_readme_says()
    {
        HostResult result = HostProcess.RunProject("Measure-NetworkFlops resnet50");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("25.56 M", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_run_prints_the_help()
    {
        HostResult result = HostProcess.Run();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Runs the module FlopsPS", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unknown option '-Bogus'.", "-Bogus", "1")]
    [InlineData("Unknown option '--no-profile'.", "--no-profile")]
    [InlineData("Unknown output format 'Xml'. Use Text, Csv or Json.", "-OutputFormat", "Xml", "1")]
    [InlineData("Unknown output format '1'. Use Text, Csv or Json.", "-OutputFormat", "1", "2")]
    [InlineData("-OutputFormat needs a value: Text, Csv or Json.", "-OutputFormat")]
    [InlineData("-Command needs PowerShell text", "-Command")]
    [InlineData("-File needs the path of a script.", "-File")]
    [InlineData("No script 'no-such.ps1'. -File takes the path of a .ps1 file", "-File", "no-such.ps1")]
    public void A_wrong_argument_is_one_line_with_the_remedy(string start, params string[] arguments)
    {
        HostResult result = HostProcess.Run(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(start, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Version")]
    [InlineData("--VERSION")]
    public void The_version_is_that_of_the_manifest(string option)
    {
        HostResult result = HostProcess.Run(option);

        string version = Assert.Single(result.OutputLines);
        string manifest = File.ReadAllText(Path.Combine(Repository.Module, "FlopsPS.psd1"));
        Assert.Matches(@"^\d+\.\d+\.\d+$", version);
        Assert.Contains($"'{version}'", manifest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("-Command", "-")]
    [InlineData("-OutputFormat", "Text")]
    public void Text_comes_from_standard_input(params string[] arguments)
    {
        HostResult result = HostProcess.RunWithInput("$a = 2\n$a + 3\n", arguments);

        Assert.Equal((0, "5\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("1", "+", "2")]
    [InlineData("-Command", "1", "+", "2")]
    [InlineData("-c", "1 + 2")]
    [InlineData("--command=1 + 2")]
    public void Words_are_one_text(params string[] arguments) =>
        Assert.Equal("3\n", HostProcess.Run(arguments).Output);

    [Theory]
    [InlineData("-OutputFormat", "Json", "1")]
    [InlineData("-outputformat:json", "1")]
    [InlineData("--output-format=json", "1")]
    [InlineData("-o", "json", "-c", "1")]
    [InlineData("1", "-OutputFormat", "Json")]
    public void The_output_format_may_be_written_in_many_ways(params string[] arguments) =>
        Assert.Equal("[\n1\n]\n", HostProcess.Run(arguments).Output);
}
