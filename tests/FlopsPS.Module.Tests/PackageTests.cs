using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;

namespace FlopsPS.Module.Tests;

/// <summary>What build.ps1 packs, as a user gets it.</summary>
public sealed class PackageTests(Packages packages) : IClassFixture<Packages>
{
    private static readonly string[] s_partsOfEveryPackage =
        ["FlopsPS.nuspec", "[Content_Types].xml", "_rels/.rels", "package/services/metadata/core-properties/"];

    [RealPesterFact]
    public void The_package_holds_the_module_and_its_licence_and_nothing_else()
    {
        IEnumerable<string> module = Directory.EnumerateFiles(Repository.Module, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Module, file).Replace('\\', '/'))
            .Where(file => Path.GetExtension(file) is not (".svg" or ".pdb"));

        using ZipArchive package = ZipFile.OpenRead(PackageOf("FlopsPS"));
        IEnumerable<string> files = package.Entries
            .Select(entry => Uri.UnescapeDataString(entry.FullName))
            .Where(name => !s_partsOfEveryPackage.Any(part => name.StartsWith(part, StringComparison.Ordinal)));

        Assert.Equal(module.Append("LICENSE").Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(files, file => file.EndsWith(".deps.json", StringComparison.Ordinal));
    }

    [RealPesterFact]
    public void The_package_says_what_the_changelog_says_and_what_is_in_it()
    {
        using ZipArchive package = ZipFile.OpenRead(PackageOf("FlopsPS"));
        using Stream stream = package.GetEntry("FlopsPS.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().First();
        string Text(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        string[] notes = Text("releaseNotes").ReplaceLineEndings("\n").Split('\n');
        string[] changes = File.ReadAllLines(Path.Combine(Repository.Root, "CHANGELOG.md"));

        Assert.Equal(notes, changes.SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Skip(2).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).ToArray()[..notes.Length]);
        Assert.Subset(
            Text("tags").Split(' ').ToHashSet(),
            new HashSet<string> { "PSModule", "PSEdition_Desktop", "PSCmdlet_Measure-NetworkFlops", "ONNX", "Linux" });
        Assert.Equal(("MIT", "icon.png", "README.md"), (Text("license"), Text("icon"), Text("readme")));
    }

    [RealPesterFact]
    public void The_module_installs_from_a_folder_and_works()
    {
        string home = Path.Combine(packages.Folder, "home");
        string script = $$"""
            $ErrorActionPreference = 'Stop'
            Register-PSResourceRepository FlopsPSTest -Uri '{{packages.Folder}}' -Trusted -Force
            try { Save-PSResource FlopsPS -Repository FlopsPSTest -Path '{{home}}' }
            finally { Unregister-PSResourceRepository FlopsPSTest }
            Import-Module (Get-Item '{{home}}/FlopsPS/*/FlopsPS.psd1').FullName
            (Measure-NetworkFlops lenet5).Macs
            (Get-Module FlopsPS).PrivateData.PSData.ReleaseNotes.Length -gt 1000
            """;

        (int exitCode, string output) = RealShell.Run(Home(home), "-Command", script);

        Assert.Equal((0, "416520\nTrue\n"), (exitCode, output.ReplaceLineEndings("\n")));
    }

    [RealPesterFact]
    public void The_tool_installs_from_a_folder_and_works_in_any_other()
    {
        string configuration = Path.Combine(packages.Folder, "NuGet.config");
        File.WriteAllText(configuration, $"""
            <configuration>
              <packageSources><clear /><add key="own" value="{packages.Folder}" /></packageSources>
            </configuration>
            """);
        string tools = Path.Combine(packages.Folder, "tools");
        string script = $"""
            dotnet tool install FlopsPS.Tool --tool-path '{tools}' --configfile '{configuration}'
            Set-Location '{packages.Folder}'
            ./tools/flopsps '(Measure-NetworkFlops lenet5).Macs; (Get-Help about_FlopsPS).Length -gt 1000'
            ./tools/flopsps -Help
            """;

        string output = RealShell.Run(Home(Path.Combine(packages.Folder, "home")), "-Command", script).Output;

        Assert.Contains("\n416520\nTrue\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("usage: flopsps ", output, StringComparison.Ordinal);
    }

    // Where the registers of repositories and of tools lie.
    private static Dictionary<string, string> Home(string folder) => new()
    {
        ["HOME"] = Directory.CreateDirectory(folder).FullName,
        ["DOTNET_CLI_HOME"] = folder,
        ["NUGET_PACKAGES"] = Path.Combine(folder, "packages"),
    };

    private string PackageOf(string id) => Directory.GetFiles(packages.Folder, $"{id}.?.*.nupkg").Single();
}
