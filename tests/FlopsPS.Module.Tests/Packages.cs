using System;
using System.Collections.Generic;
using System.IO;

namespace FlopsPS.Module.Tests;

/// <summary>The packages of what has been built, in a folder that is a repository as well.</summary>
public sealed class Packages : IDisposable
{
    public Packages()
    {
        if (RealPester.Obstacle is null)
        {
            string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            (int exitCode, string output) = RealShell.Run(
                // A node of MSBuild that stays would keep the pipes open.
                new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1" },
                "-File", Path.Combine(Repository.Root, "build.ps1"), "-Task", "Pack", "-Configuration", configuration,
                "-Output", Folder);
            Assert.True(exitCode == 0, output);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("FlopsPS").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
