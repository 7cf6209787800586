namespace FlopsPS.Module.Tests;

/// <summary>A gate in a pipeline: the exit code of the host, and what a log shows.</summary>
public sealed class HostBudgetTests
{
    [Theory]
    [InlineData("-MaxMacs 416520", 0, "reached")] // what LeNet-5 costs
    [InlineData("-MaxMacs 416519", 1, "")]
    public void A_budget_that_is_enforced_and_exceeded_ends_the_script_with_1(string limit, int exitCode, string output)
    {
        HostResult result = HostProcess.Run($"$null = Test-NetworkBudget lenet5 {limit} -Enforce; 'reached'");

        Assert.Equal((exitCode, output), (result.ExitCode, string.Join(" ", result.OutputLines)));
    }

    [Fact]
    public void The_verdicts_come_before_the_error_whose_first_line_names_the_layer_that_costs_most()
    {
        HostResult result = HostProcess.Run(
            "-OutputFormat", "Csv", "Test-NetworkBudget lenet5 -MaxMacs 400k -MaxParameters 1M -Enforce");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(3, result.OutputLines.Length); // the names of the columns, and two verdicts

        // (416520 - 400000) / 400000 = 4.13 %
        Assert.Equal(
            "Budget exceeded: lenet5: 416,520 MACs, 16,520 (4.13 %) above the limit of 400,000: "
            + "c3 240,000; c1 117,600; c5 48,000; and 2 more",
            result.ErrorLines[0]);
    }

    [Fact]
    public void A_budget_can_be_reported_and_enforced()
    {
        HostResult result = HostProcess.Run(
            "try { $null = Test-NetworkBudget lenet5 -MaxMacs 400k -Enforce -OutVariable verdicts } "
            + "finally { $verdicts | ConvertTo-NetworkReport GitHubAnnotation }");

        Assert.Equal(1, result.ExitCode);
        string line = Assert.Single(result.OutputLines);
        Assert.StartsWith("::error ", line);
        Assert.EndsWith(
            "title=lenet5%2C MACs%3A -MaxMacs 400k::lenet5: 416,520 MACs, 16,520 (4.13 %25) above the limit of 400,000: "
            + "c3 240,000; c1 117,600; c5 48,000; and 2 more",
            line);
    }

    [Fact]
    public void Without_enforcing_an_excess_is_no_failure() =>
        Assert.Equal(0, HostProcess.Run("Test-NetworkBudget lenet5 -MaxMacs 1").ExitCode);
}
