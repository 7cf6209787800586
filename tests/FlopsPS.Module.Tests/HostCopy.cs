using System;
using System.IO;

namespace FlopsPS.Module.Tests;

/// <summary>A copy of the built host, far from the repository and its module.</summary>
public sealed class HostCopy : IDisposable
{
    public HostCopy() => Copy(HostProcess.Folder, Folder);

    public string Folder { get; } = Directory.CreateTempSubdirectory("flopsps-host").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
