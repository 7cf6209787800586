using System;
using System.IO;
using System.Linq;

namespace FlopsPS.Module.Tests;

/// <summary>What people see: the views, compared with the texts in the folder formats.</summary>
/// <remarks>
/// Tables only: Format-List is not in this engine, and tests/pester has the lists. What came out lies in the folder
/// formats beside the test assembly, to be looked at and copied.
/// </remarks>
public sealed class FormatTests
{
    private const string Invariant = "[cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture\n";
    private const string Sweep = "Measure-NetworkFlops resnet18 -Parameter @{ width = 32, 64; resolution = 192, 224 }";
    private const string Comparison = "Compare-NetworkFlops resnet18, vit_b_32 -Convention mac, fvcore, thop, torch";
    private const string Revision = "Compare-NetworkFlops (New-Layer relu | New-Network old 1x8) "
        + "((New-LinearLayer 4), (New-Layer relu) | New-Network new 1x8)";
    private const string Uncounted = "& { New-LinearLayer 20 10; New-Layer sigmoid }";
    private const string Long = "$file = [IO.Path]::GetTempPath() + [IO.Path]::GetRandomFileName() + '.yaml'; "
        + "[IO.File]::WriteAllText($file, '"
        + "{ name: deep, input: { channels: 3, height: 8, width: 8 }, blocks: { inner: { layers: [relu] } }, layers: ["
        + "{ conv: { out: 4, kernel: 1 }, name: a_name_of_twenty_six_signs }, { inner: , name: encoder_with_a_long_name },"
        + "{ inner: , name: decoder_with_a_name_longer_still }, relu] }'); Measure-NetworkFlops $file -GroupBy Layer; "
        + "[IO.File]::Delete($file)";
    private const string Partial = "New-Layer convtranspose @{ out = 16; kernel = 3 } | New-Network up 1x3x28x28";

    [Theory]
    [InlineData("network-cost", 80, "Measure-NetworkFlops resnet50, vgg16 -Convention exact, exact-nobias")]
    [InlineData("network-cost", 120, "Measure-NetworkFlops resnet50, vgg16 -Convention exact, exact-nobias")]
    [InlineData("network-cost-sweep", 80, Sweep)]
    [InlineData("network-cost-partial", 80, Partial + " | Measure-NetworkFlops -Convention molchanov, exact")]
    [InlineData("layer-cost-block", 80, "Measure-NetworkFlops resnet50 -GroupBy Block")]
    [InlineData("layer-cost-block", 120, "Measure-NetworkFlops resnet50 -GroupBy Block -Depth 2")]
    [InlineData("layer-cost-kind", 80, "Measure-NetworkFlops resnet18 -GroupBy Kind -Convention exact, molchanov")]
    [InlineData("layer-cost-layer", 80, "Measure-NetworkFlops lenet5 -GroupBy Layer")]
    [InlineData("layer-cost-long", 80, Long)]
    [InlineData("layer-cost-long", 120, Long)]
    [InlineData("layer-cost-sweep", 80, "Measure-NetworkFlops lenet5 -GroupBy Block -Parameter @{ classes = 10, 100 }")]
    [InlineData("layer-cost-partial", 80, Partial + " | Measure-NetworkFlops -Convention molchanov -GroupBy Layer")]
    [InlineData("cost-difference", 120, Comparison)]
    [InlineData("cost-difference", 80, "Compare-NetworkFlops vgg11 -Convention fvcore -BatchSize 1000")]
    [InlineData("cost-difference-wrapped", 80, "Compare-NetworkFlops vit_b_32 -Convention keras, thop")]
    [InlineData("layer-difference-wrapped", 80, "Compare-NetworkFlops lenet5 alexnet")]
    [InlineData("cost-term", 80, Comparison + " -Detail")]
    [InlineData("layer-difference", 80, Revision)]
    [InlineData("layer-difference", 120, Revision + " -IncludeEqual -Convention full")]
    [InlineData("budget-verdict", 80, "Test-NetworkBudget lenet5 -MaxParameters 60k -MaxMacs 1M -MaxActivations 0")]
    [InlineData("budget-verdict", 120, "Test-NetworkBudget resnet18, vgg16 -MaxParameters 26M -MaxMacs 4.2G")]
    [InlineData("budget-verdict-sweep", 80, "Test-NetworkBudget lenet5 -MaxMacs 1M -Parameter @{ classes = 10, 20 }")]
    [InlineData("budget-verdict-partial", 80, Uncounted + " | Test-NetworkBudget -MaxMacs 1M -Convention thop")]
    [InlineData("network", 80, "Get-ZooNetwork lenet5, alexnet")]
    [InlineData("network", 120, "Get-ZooNetwork lenet5, resnext*, bert-base, mvit_v2_s, unet, note-fc")]
    [InlineData("layer", 80, "New-ConvLayer 16 3x5 -Padding same -NoBias; New-Layer relu")]
    [InlineData("convention", 80, "Get-FlopsConvention exact, molchanov")]
    [InlineData("layer-kind", 80, "Get-LayerKind linear, relu")]
    [InlineData("argument", 80, "(Get-LayerKind linear).Arguments")]
    public void AViewLooksLike(string name, int width, string script) =>
        AssertLooksLike($"{name}.{width}.txt", Show(script, width, "en-US"));

    [Fact]
    public void NumbersForPeopleFollowTheCulture() =>
        AssertLooksLike("culture.de-DE.txt", Show("Measure-NetworkFlops resnet50", 80, "de-DE"));

    [Theory]
    [InlineData("network-cost-deserialized", Sweep)]
    [InlineData("layer-cost-deserialized", "Measure-NetworkFlops lenet5 -GroupBy Block")]
    [InlineData("cost-difference-deserialized", "Compare-NetworkFlops lenet5 -Convention mac -Parameter @{classes=7}")]
    [InlineData("cost-term-deserialized", "Compare-NetworkFlops vit_b_32 -Convention mac -Detail")]
    [InlineData("layer-difference-deserialized", Revision)]
    [InlineData("budget-verdict-deserialized", "Test-NetworkBudget lenet5 -MaxMacs 1")]
    [InlineData("network-deserialized", "Get-ZooNetwork lenet5")]
    [InlineData("layer-deserialized", "New-ConvLayer 16 3")]
    [InlineData("convention-deserialized", "Get-FlopsConvention exact")]
    [InlineData("layer-kind-deserialized", "Get-LayerKind linear")]
    public void AViewServesObjectsFromAJob(string name, string script)
    {
        string revive = "[Management.Automation.PSSerializer]::Deserialize("
            + $"[Management.Automation.PSSerializer]::Serialize(@({script})))";
        AssertLooksLike($"{name}.80.txt", Show(revive, 80, "en-US"));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(0L, "0")]
    [InlineData(999L, "999")]
    [InlineData(-999L, "-999")]
    [InlineData(1000L, "1.00 k")]
    [InlineData(940800L, "940.80 k")]
    [InlineData(999994L, "999.99 k")]
    [InlineData(999995L, "1.00 M")]
    [InlineData(-999995L, "-1.00 M")]
    [InlineData(4089184256L, "4.09 G")]
    [InlineData(long.MaxValue, "9.22 E")]
    [InlineData(long.MinValue, "-9.22 E")]
    public void NumbersAreShortened(long? number, string expected)
    {
        using var shell = new CmdletShell();
        string argument = number is null ? "$null" : FormattableString.Invariant($"[long]::Parse('{number}')");
        string script = $"{Invariant}[FlopsPS.Formatting.ShortNumber]::Format({argument})";

        Assert.Equal(expected, shell.Run(script).Single().BaseObject);
    }

    [Theory]
    [InlineData("1.0", "100 %")]
    [InlineData("0.99999", "99.9 %")]
    [InlineData("0.5", "50.0 %")]
    [InlineData("0.0", "0.0 %")]
    [InlineData("$null", "")]
    public void OnlyCompleteCoverageIsHundredPercent(string share, string expected)
    {
        using var shell = new CmdletShell();

        string script = $"{Invariant}[FlopsPS.Formatting.CostText]::Coverage({share})";

        Assert.Equal(expected, shell.Run(script).Single().BaseObject);
    }

    private static string Show(string script, int width, string culture)
    {
        var host = new FormatHost(width);
        using var shell = new CmdletShell(host);
        shell.Run($"[cultureinfo]::CurrentCulture = '{culture}'\n& {{ {script} }} | Out-Default");
        return host.Text.ReplaceLineEndings("\n").Replace(Path.GetFullPath(Repository.Module), "<module>");
    }

    private static void AssertLooksLike(string file, string received)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "formats");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, file), received);
        string path = Path.Combine(Repository.Root, "tests", "FlopsPS.Module.Tests", "formats", file);
        string expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;

        Assert.All(received.Split('\n'), line => Assert.True(line.Length <= 120, line));
        Assert.Equal(expected, received);
    }
}
