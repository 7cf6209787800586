using System;
using System.IO;

namespace FlopsPS.Module.Tests;

/// <summary>A copy of the host, as a package would lay it out: the module beside it, if at all.</summary>
public sealed class HostModuleTests : IClassFixture<HostCopy>
{
    private readonly string _folder;
    private readonly string _module;

    public HostModuleTests(HostCopy copy)
    {
        _folder = copy.Folder;
        _module = Path.Combine(_folder, "module");
        if (Directory.Exists(_module))
        {
            Directory.Delete(_module, recursive: true);
        }
    }

    [Fact]
    public void A_missing_module_is_one_line_with_the_remedy()
    {
        HostResult result = HostProcess.RunCopy(_folder, "1");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        string error = Assert.Single(result.ErrorLines);
        Assert.StartsWith("The module FlopsPS was not found", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_does_not_import_is_one_line_and_nothing_runs()
    {
        Directory.CreateDirectory(_module);
        File.WriteAllText(
            Path.Combine(_module, "FlopsPS.psd1"),
            "@{ ModuleVersion = '9.8.7'; RootModule = 'bin/None.dll' }");

        HostResult result = HostProcess.RunCopy(_folder, "1");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("None.dll", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("9.8.7\n", HostProcess.RunCopy(_folder, "-Version").Output);
    }

    [Fact]
    public void The_module_beside_the_host_is_the_one_that_runs()
    {
        HostCopy.Copy(Repository.Module, _module);

        HostResult result = HostProcess.RunCopy(_folder, "(Get-Command Measure-NetworkFlops).Module.ModuleBase");

        Assert.EndsWith(
            Path.Combine(Path.GetFileName(_folder), "module"),
            Assert.Single(result.OutputLines),
            StringComparison.Ordinal);
    }
}
