using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace FlopsPS.Module.Tests;

/// <summary>What holds for every cmdlet of the built module.</summary>
public sealed class CmdletTests : IDisposable
{
    private const string ThreeNetworks = "Measure-NetworkFlops lenet5, resnet18, mobilenet_v2";

    private static readonly string[] s_common = [.. Cmdlet.CommonParameters, .. Cmdlet.OptionalCommonParameters];

    private readonly CmdletShell _shell = new();

    public static TheoryData<string> Cmdlets()
    {
        using var shell = new CmdletShell();
        return [.. shell.Run("(Get-Command -Module FlopsPS).Name").Select(name => (string)name.BaseObject)];
    }

    public void Dispose() => _shell.Dispose();

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void ACmdletIsASealedClassNamedByItsVerbAndNoun(string name)
    {
        CmdletInfo info = Info(name);

        Assert.True(info.ImplementingType.IsSealed);
        Assert.Equal($"FlopsPS.Commands.{name.Replace("-", string.Empty)}Command", info.ImplementingType.FullName);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void ACmdletHasAnApprovedVerbAndSaysWhatItEmits(string name)
    {
        CmdletInfo info = Info(name);

        Assert.Contains(info.Verb, ApprovedVerbs());
        Assert.NotEmpty(info.OutputType);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void EveryParameterOfACmdletHasAHelpMessage(string name)
    {
        CmdletInfo info = Info(name);
        IEnumerable<string> silent = info.ParameterSets
            .SelectMany(set => set.Parameters)
            .Where(parameter => !s_common.Contains(parameter.Name))
            .Where(parameter => string.IsNullOrEmpty(parameter.HelpMessage))
            .Select(parameter => parameter.Name);

        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void RowsAreTheSameInEveryCulture(string culture)
    {
        const string Script =
            ThreeNetworks + " -Explain -GroupBy Layer -Convention FULL, 'MOL*'\n"
            + "Measure-NetworkFlops MOBILENET_V2 -Parameter @{ width = 0.25, '0.5' }\n"
            + "Compare-NetworkFlops mobilenet_v2, vit_b_16\n"
            + "Compare-NetworkFlops resnet18 resnet34\n"
            + "Test-NetworkBudget LENET5 -MaxMacs 4.2k -MaxFlops '1.5 kflops'\n"
            + "Compare-NetworkFlops resnet18 resnet34 | ConvertTo-NetworkReport Markdown | "
            + "ForEach-Object { [pscustomobject] @{ Text = $_ } }\n"
            + "Get-LayerKind LINEAR, 'I*'";
        IReadOnlyList<string> expected = _shell.RunRows(Script);

        Assert.Equal(expected, _shell.RunRows($"[cultureinfo]::CurrentCulture = '{culture}'\n{Script}"));
    }

    [Fact]
    public void RowsAreTheSameInParallel()
    {
        IReadOnlyList<string> expected = _shell.RunRows(ThreeNetworks);

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            using var shell = new CmdletShell();
            Assert.Equal(expected, shell.RunRows(ThreeNetworks));
        });
    }

    [Theory]
    [InlineData(ThreeNetworks)]
    [InlineData(ThreeNetworks + " -GroupBy Layer -Explain")]
    [InlineData("Measure-NetworkFlops resnet18 -Parameter @{ width = 16, 32 }")]
    [InlineData("Test-NetworkBudget lenet5, vgg16 -MaxMacs 1G -MaxParameters 0")]
    [InlineData("Test-NetworkBudget resnet18 -MaxFlops 1G -Parameter @{ width = 16, 32 }")]
    [InlineData("Compare-NetworkFlops vit_b_16")]
    [InlineData("Compare-NetworkFlops vit_b_16 -Detail")]
    [InlineData("Compare-NetworkFlops vit_b_16 vit_b_32 -IncludeEqual")]
    public void RowsSurviveSerializationWithEveryColumn(string script)
    {
        foreach (PSObject row in _shell.Run(script))
        {
            var copy = (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(row));

            Assert.Equal(
                row.Properties.Select(column => (column.Name, column.Value)).Order(),
                copy.Properties.Select(column => (column.Name, column.Value)).Order());
        }
    }

    [Theory]
    [InlineData("Get-ZooNetwork resnet5", "resnet50")]
    [InlineData("Measure-NetworkFlops resnet5", "resnet50")]
    [InlineData("Measure-NetworkFlops lenet5 -Convention exact-", "exact-nobias")]
    [InlineData("Measure-NetworkFlops lenet5 -Layout NH", "NHWC")]
    [InlineData("Measure-NetworkFlops resnet18 -Parameter ", "@{ width = }")]
    [InlineData("Get-ZooNetwork resnet18 -Parameter ", "@{ width = }")]
    [InlineData("Compare-NetworkFlops resnet5", "resnet50")]
    [InlineData("Compare-NetworkFlops resnet50 resnet10", "resnet101")]
    [InlineData("Compare-NetworkFlops resnet18 -Parameter ", "@{ width = }")]
    [InlineData("Compare-NetworkFlops lenet5 -ReferenceConvention exact-", "exact-nobias")]
    [InlineData("Test-NetworkBudget resnet5", "resnet50")]
    [InlineData("Test-NetworkBudget lenet5 -Convention exact-", "exact-nobias")]
    [InlineData("Export-NetworkReport r.html resnet5", "resnet50")]
    [InlineData("Export-NetworkReport r.html resnet18 -Convention exact-", "exact-nobias")]
    [InlineData("Export-NetworkReport r.html resnet18 -Format F", "FoldedStack")]
    [InlineData("Export-NetworkReport r.html resnet18 -Cost A", "Activations")]
    [InlineData("Export-NetworkReport r.html resnet18 -Parameter ", "@{ width = }")]
    [InlineData("Get-FlopsConvention molch", "molchanov")]
    [InlineData("Get-LayerKind convt", "convtranspose")]
    [InlineData("New-Layer convt", "convtranspose")]
    [InlineData("New-Layer conv ", "@{ out = ; kernel = }")]
    [InlineData("New-Layer -Kind conv -Argument ", "@{ out = ; kernel = ; stride = }")]
    [InlineData("New-ConvLayer 16 3 -Padding s", "same")]
    [InlineData("New-ConvLayer 16 3 -Groups d", "depthwise")]
    [InlineData("Import-Network x -Format Y", "Yaml")]
    [InlineData("Measure-NetworkFlops lenet5 | ConvertTo-NetworkReport -As Git", "GitHubAnnotation")]
    public void TheTabKeyOffers(string line, string completion) => Assert.Contains(completion, _shell.Complete(line));

    [Fact]
    public void AMeasurementStopsWithinATenthOfASecond()
    {
        const string Script = "$layer = New-Layer relu; @($layer) * 200000 | New-Network big 1x3x8x8 | "
            + "Measure-NetworkFlops -Convention * -GroupBy Layer -Explain";

        // The best of a few: another process may take the processor just then.
        Assert.True(Enumerable.Range(1, 4).Min(i => TimeToStop(Script, 300 * i)) < TimeSpan.FromMilliseconds(100));
    }

    private TimeSpan TimeToStop(string script, int afterMilliseconds)
    {
        using var shell = new CmdletShell();
        using PowerShell running = shell.Start(script);
        running.BeginInvoke();
        Thread.Sleep(afterMilliseconds);
        var watch = Stopwatch.StartNew();
        running.Stop();
        return watch.Elapsed;
    }

    private static IEnumerable<string> ApprovedVerbs() => typeof(VerbsCommon).Assembly.GetTypes()
        .Where(type => type.IsPublic && type.Name.StartsWith("Verbs", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => field.Name);

    private CmdletInfo Info(string name) => (CmdletInfo)_shell.Run($"Get-Command {name}")[0].BaseObject;
}
