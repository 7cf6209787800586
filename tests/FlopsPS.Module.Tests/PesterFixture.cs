using System.IO;

namespace FlopsPS.Module.Tests;

internal static class PesterFixture
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "FlopsPS.Module.Tests", "fixtures");

    public static string PathOf(string file) => Path.Combine(Folder, file);
}
