namespace FlopsPS.Module.Tests;

public sealed class HostExitCodeTests
{
    [Theory]
    [InlineData("1", 0)]
    [InlineData("exit", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("& { exit 4 }; 'not reached'", 4)]
    [InlineData("[int] 'x'", 1)]
    [InlineData("[int] 'x'; 1", 1)]
    [InlineData("[int] 'x'; exit 0", 0)]
    public void The_exit_code_tells_success_failure_or_the_exit_of_the_script(string text, int exitCode) =>
        Assert.Equal(exitCode, HostProcess.Run(text).ExitCode);

    [Theory]
    [InlineData("dotnet no-such-command.dll", 1)]
    [InlineData("dotnet no-such-command.dll; 1", 0)]
    [InlineData("dotnet no-such-command.dll | ForEach-Object { $_ }", 1)]
    public void A_native_command_that_comes_last_passes_its_failure_on(string text, int exitCode)
    {
        Assert.Equal(exitCode, HostProcess.Run(text).ExitCode);
        Assert.Equal(exitCode, HostProcess.Run("-OutputFormat", "Csv", text).ExitCode);
    }
}
