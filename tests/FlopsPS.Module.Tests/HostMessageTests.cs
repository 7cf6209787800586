namespace FlopsPS.Module.Tests;

public sealed class HostMessageTests
{
    private const string Talk = """
        function Talk {
            [CmdletBinding()]
            param()
            $PSCmdlet.WriteWarning('careful')
            $PSCmdlet.WriteVerbose('details')
            $PSCmdlet.WriteInformation('note', @())
            $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'busy', 'half'))
        }
        Talk -Verbose -InformationAction Continue
        $Host.UI.WriteLine('said')
        7
        """;

    [Fact]
    public void Text_takes_information_warnings_go_to_standard_error_progress_nowhere()
    {
        HostResult result = HostProcess.Run(Talk);

        Assert.Equal(["note", "said", "7"], result.OutputLines);
        Assert.Equal(["WARNING: careful", "VERBOSE: details"], result.ErrorLines);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("Csv", "Value\n7\n")]
    [InlineData("Json", "[\n7\n]\n")]
    public void Output_for_programs_holds_objects_only(string format, string output)
    {
        HostResult result = HostProcess.Run("-OutputFormat", format, Talk);

        Assert.Equal(output, result.Output);
        Assert.Equal(["WARNING: careful", "VERBOSE: details", "note", "said"], result.ErrorLines);
    }
}
