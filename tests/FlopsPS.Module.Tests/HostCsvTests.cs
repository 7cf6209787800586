using System;

namespace FlopsPS.Module.Tests;

public sealed class HostCsvTests
{
    [Theory]
    [InlineData("[pscustomobject] @{ a = 1; b = 'x' }, [pscustomobject] @{ a = 2; b = 'y' }", "a,b\n1,x\n2,y\n")]
    [InlineData("[ordered] @{ a = 4089184256; b = $true; c = $null; d = '' }", "a,b,c,d\n4089184256,True,,\"\"\n")]
    [InlineData("class Net { $Macs = 1; hidden $Secret = 2 } [Net]::new()", "Macs\n1\n")]
    [InlineData("1, 'two', $null, 'a,b'", "Value\n1\ntwo\n\"a,b\"\n")]
    [InlineData("$null", "")]
    [InlineData("@{ list = 1, 2 }", "list\n1 2\n")]
    public void The_first_object_gives_the_header_every_object_a_line(string text, string output) =>
        Assert.Equal((0, output), Run(text));

    [Fact]
    public void A_cell_is_quoted_when_it_must_be() => Assert.Equal(
        (0, "Value\n\"a,b\"\n\"say \"\"x\"\"\"\n\"two\nlines\"\n\" padded\"\nplain text\n\"\"\n"),
        Run("'a,b'; 'say \"x\"'; \"two`nlines\"; ' padded'; 'plain text'; ''"));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Cells_are_the_same_in_every_culture(string culture) => Assert.Equal(
        (0, "Value\n1.5\n12.50\n-4089184256\n1208925819614629174706176\n2024-01-02T00:00:00.0000000\n"),
        Run($"[CultureInfo]::CurrentCulture = '{culture}'; "
            + "1.5; 12.50d; -4089184256; [bigint]::Pow(2, 80); [datetime] '2024-01-02'"));

    [Fact]
    public void Columns_that_only_later_objects_have_are_left_out_with_a_warning()
    {
        HostResult result = HostProcess.Run(
            "-OutputFormat", "Csv", "@{ a = 1 }; [ordered] @{ A = 2; b = 3 }; @{ a = 4; c = 5 }");

        Assert.Equal((0, "a\n1\n2\n4\n"), (result.ExitCode, result.Output));
        Assert.StartsWith("WARNING: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(": b.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_without_any_column_of_the_header_is_an_error()
    {
        HostResult result = HostProcess.Run("-OutputFormat", "Csv", "@{ a = 1 }; @{ b = 2 }; @{ a = 3 }");

        Assert.Equal((1, "a\n1\n3\n"), (result.ExitCode, result.Output));
        string error = Assert.Single(result.ErrorLines);
        Assert.StartsWith("An object with the columns b does not fit", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_are_raw_whole_numbers()
    {
        HostResult result = HostProcess.Run("-OutputFormat", "Csv", "Measure-NetworkFlops resnet50");

        Assert.StartsWith("Network,Layer,Kind,Convention,", result.OutputLines[0], StringComparison.Ordinal);
        Assert.Contains(",25557032,", result.OutputLines[1], StringComparison.Ordinal);
        Assert.Contains(",4089184256,", result.OutputLines[1], StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output) Run(string text)
    {
        HostResult result = HostProcess.Run("-OutputFormat", "Csv", text);
        return (result.ExitCode, result.Output);
    }
}
