using System;
using System.IO;

namespace FlopsPS.Module.Tests;

/// <summary>Where the tests find what was built.</summary>
internal static class Repository
{
    /// <summary>The folder of FlopsPS.sln, above the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The module folder, as built.</summary>
    public static string Module { get; } = Path.Combine(Root, "module");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FlopsPS.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No FlopsPS.sln above {AppContext.BaseDirectory}.");
    }
}
