using System;

namespace FlopsPS.Module.Tests;

public sealed class HostErrorTests
{
    private const string Fail = """
        function Fail {
            [CmdletBinding()]
            param([string] $Message)
            $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new(
                [System.Exception]::new($Message), 'Broken', 'InvalidData', $null))
        }

        """;

    [Theory]
    [InlineData("1 +", "You must provide a value expression following the '+' operator. At line 1, column 4.")]
    [InlineData("\n if (", "Missing condition in if statement after 'if ('. At line 2, column 6.")]
    [InlineData("throw 'net.yaml(3,4): no such kind'", "net.yaml(3,4): no such kind")]
    [InlineData("throw \"two`nlines\"", "two lines")]
    [InlineData("$ErrorActionPreference = 'Stop'; Fail 'bad'; 'not reached'", "bad")]
    public void An_error_that_ends_the_script_is_one_line(string text, string line)
    {
        HostResult result = HostProcess.Run(text.StartsWith('$') ? Fail + text : text);

        Assert.Equal((1, "", line + "\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("Fail 'net.yaml(3,4): bad'", "net.yaml(3,4): bad")]
    [InlineData("[int] 'x'", "Cannot convert value \"x\" to type \"System.Int32\".")]
    [InlineData("Export-Csv x", "The command 'Export-Csv' was not found. This host has FlopsPS and PowerShell's")]
    [InlineData("Import-Module", "Cannot process command because of one or more missing mandatory parameters: Name.")]
    public void What_follows_an_error_still_runs(string text, string start)
    {
        HostResult result = HostProcess.Run($"{Fail}'before'; {text}; 'after'");

        Assert.Equal((1, "before\nafter\n"), (result.ExitCode, result.Output));
        Assert.StartsWith(start, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("try { throw 'x' } catch { \"caught $_\" }", "caught x\n")]
    [InlineData("Fail 'x' -ErrorAction SilentlyContinue; 1", "1\n")]
    [InlineData("Fail 'x' 2> $null; 1", "1\n")]
    public void An_error_that_the_script_handles_is_none(string text, string output)
    {
        HostResult result = HostProcess.Run(Fail + text);

        Assert.Equal((0, output, ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void A_question_is_an_error_and_does_not_wait()
    {
        HostResult result = HostProcess.Run("$Host.UI.ReadLine()");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("This host cannot ask for input.", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw 'x'")]
    [InlineData("exit 1")]
    [InlineData("Fail 'x'")]
    public void Rows_before_an_error_are_printed(string text)
    {
        HostResult result = HostProcess.Run($"{Fail}[pscustomobject] @{{ Name = 'a'; Macs = 5 }}; {text}");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["Name Macs", "---- ----", "a       5"], result.OutputLines);
    }

    [Fact]
    public void A_bad_network_costs_one_line_and_no_row_of_another()
    {
        HostResult result = HostProcess.Run("-OutputFormat", "Csv", "Measure-NetworkFlops lenet5, no-such-net, vgg11");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(3, result.OutputLines.Length);
        Assert.Contains("no-such-net", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }
}
