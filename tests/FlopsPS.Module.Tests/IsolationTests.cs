using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace FlopsPS.Module.Tests;

/// <summary>Another module's YamlDotNet neither breaks ours nor gets it. Each case is a process of its own.</summary>
public sealed class IsolationTests : IDisposable
{
    // Lists an assembly's copies as version and path; the copy that the bridge is bound to comes from its own context.
    private const string Functions = """
        function Get-Copy($Name) {
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq $Name }
        }
        function Get-Bound {
            $context = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext((Get-Copy FlopsPS.Yaml))
            $context.LoadFromAssemblyName([Reflection.AssemblyName]::new('YamlDotNet')).Location
        }
        function Read-Manifest { (Measure-NetworkFlops lenet5 -ErrorAction Stop).Macs }

        """;

    private static readonly string s_own = Path.Combine(Repository.Module, "bin", "private", "YamlDotNet.dll");
    private static readonly string s_older = Path.Combine(AppContext.BaseDirectory, "foreign", "YamlDotNet.dll");

    private readonly string _folder = Directory.CreateTempSubdirectory("FlopsPS").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ImportLoadsNothingOfIt() => Assert.Equal(
        ["0"], Run("@((Get-Copy FlopsPS.Yaml), (Get-Copy YamlDotNet), (Get-Copy Superpower)).Where({ $_ }).Count"));

    [Fact]
    public void OurCopyIsUsedWhenAnOlderOneCameFirst() => Assert.Equal(
        ["416520", s_own, "2"],
        Run($"$null = [Reflection.Assembly]::LoadFrom('{s_older}')",
            "Read-Manifest; Get-Bound; @(Get-Copy YamlDotNet).Count"));

    [Fact]
    public void AnotherModuleGetsItsOwnCopyOfTheSameVersionAfterOurs()
    {
        string same = Path.Combine(_folder, "YamlDotNet.dll");
        File.Copy(s_own, same);

        Assert.Equal(
            ["416520", same, "416520", s_own, "2"],
            Run("Read-Manifest",
                $"[Reflection.Assembly]::LoadFrom('{same}').Location",
                "Read-Manifest; Get-Bound; @(Get-Copy YamlDotNet).Count"));
    }

    [Fact]
    public void NobodyElseIsAnsweredWithOurCopy() => Assert.Equal(
        ["416520", "not found"],
        Run("Read-Manifest", "try { [Reflection.Assembly]::Load('YamlDotNet').Location } catch { 'not found' }"));

    [Fact]
    public void TheEngineIsSharedAndTheBridgeIsNot() => Assert.Equal(
        ["416520", "Default", "Default", "FlopsPS"],
        Run("Read-Manifest",
            "foreach ($name in 'FlopsPS', 'FlopsPS.Core', 'FlopsPS.Yaml') "
            + "{ [Runtime.Loader.AssemblyLoadContext]::GetLoadContext((Get-Copy $name)).Name }"));

    [Fact]
    public void TheReaderOfOnnxHasNoThirdPartyAndLoadsWhenItIsUsed() => Assert.Equal(
        ["0", "349151936", "Default", "0"],
        Run("@(Get-Copy FlopsPS.Onnx).Count",
            $"(Measure-NetworkFlops '{Repository.Data("squeezenet1_1_dyn.onnx")}' -BatchSize 1).Macs",
            "[Runtime.Loader.AssemblyLoadContext]::GetLoadContext((Get-Copy FlopsPS.Onnx)).Name",
            "@(Get-Copy YamlDotNet).Count"));

    private static IReadOnlyList<string> Run(params string[] statements)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string host = Path.Combine(
            Repository.Root, "src", "FlopsPS.Host", "bin", configuration, "net10.0", "FlopsPS.Host.dll");
        string script = Functions + string.Join("\n", statements);
        var start = new ProcessStartInfo("dotnet", ["exec", host, "-Command", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(string.Empty, errors.Result);
        return [.. output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
    }
}
