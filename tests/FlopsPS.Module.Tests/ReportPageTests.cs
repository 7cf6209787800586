using System;
using System.IO;
using System.Text.RegularExpressions;

namespace FlopsPS.Module.Tests;

/// <summary>What a browser makes of the pages of Export-NetworkReport.</summary>
public sealed class ReportPageTests : IDisposable
{
    private readonly CmdletShell _shell = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("flopsps-report").FullName;

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [ChromiumFact]
    public void TheScriptOfAPageTakesEffect()
    {
        string document = Chromium.Open(Export("Get-ZooNetwork resnet18"));

        Assert.Contains("<button type=\"button\">FLOPs</button>", document);
        Assert.Contains("<p class=\"search\"><label>", document);
        Assert.Contains("<output>69</output>", document);
        Assert.Matches(
            "<svg class=\"b\" x=\"0%\" y=\"0\" [^>]*role=\"button\" "
            + "aria-label=\"resnet18\\s+3,625,662,976 FLOPs, 100 %\" tabindex=\"0\"",
            document);
    }

    [ChromiumFact]
    public void ANameIsNeverAScript()
    {
        const string Evil = "<img src=x onerror=document.title=1><script>document.title=1</script>";

        string document = Chromium.Open(Export($"New-Network '{Evil}' 1x4 -Layer (New-LinearLayer 3)"));

        Assert.DoesNotContain("<title>1</title>", document);
        Assert.DoesNotContain("<img", document);
        Assert.Single(Regex.Matches(document, "<script"));
    }

    private string Export(string network)
    {
        string page = Path.Combine(_folder, "report.html");
        _shell.Run($"{network} | Export-NetworkReport -Path '{page}'");
        return page;
    }
}
