using System.IO;

namespace FlopsPS.Module.Tests;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Module => Path.Combine(Root, "module");

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
