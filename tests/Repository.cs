using System.IO;

namespace FlopsPS.Tests;

/// <summary>Where the repository lies, seen from a test assembly.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Module => Path.Combine(Root, "module");

    /// <summary>A file of tests/data.</summary>
    public static string Data(string name) => Path.Combine(Root, "tests", "data", name);

    private static string FindRoot()
    {
        string? folder = Path.GetDirectoryName(typeof(Repository).Assembly.Location);
        while (folder is not null && !File.Exists(Path.Combine(folder, "FlopsPS.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("No folder above the test assembly holds FlopsPS.sln.");
    }
}
