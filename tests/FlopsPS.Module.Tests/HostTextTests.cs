using System;

namespace FlopsPS.Module.Tests;

public sealed class HostTextTests
{
    [Fact]
    public void Objects_print_with_the_views_of_the_module()
    {
        HostResult result = HostProcess.Run("Measure-NetworkFlops resnet50");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("25.56 M", result.Output, StringComparison.Ordinal);
        Assert.Contains("4.09 G", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Redirected_tables_are_neither_cut_nor_coloured()
    {
        string name = new('n', 300);
        HostResult result = HostProcess.Run($"[pscustomobject] @{{ Name = '{name}'; Path = '{name}'; Macs = 5 }}");

        Assert.Equal($"{name} {name}    5", result.OutputLines[^1]);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public void Numbers_are_in_the_culture_of_the_user()
    {
        HostResult result =
            HostProcess.Run("[CultureInfo]::CurrentCulture = 'de-DE'; [pscustomobject] @{ Share = 1.5 }");

        Assert.StartsWith("1,5", result.OutputLines[^1], StringComparison.Ordinal);
    }
}
