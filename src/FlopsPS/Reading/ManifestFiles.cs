using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using FlopsPS.Networks;
using FlopsPS.Yaml;

namespace FlopsPS.Reading;

/// <summary>The files that networks are written into: one that is named, or one for each network in a folder.</summary>
internal sealed class ManifestFiles
{
    private readonly string _target;
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Files in a folder when it is one, else the file of this path.</summary>
    public ManifestFiles(string target) => _target = target;

    /// <summary>The text of a manifest. Calls the bridge, which loads when it is first called.</summary>
    /// <exception cref="NetworkException">A manifest cannot say the same.</exception>
    public static string TextOf(Network network, CancellationToken cancellation) =>
        ManifestWriter.Write(network, cancellation);

    /// <summary>The file of a network.</summary>
    /// <exception cref="NetworkException">Another network went there, or the name of the network cannot be that of a
    /// file.</exception>
    public string FileOf(Network network)
    {
        string file = Directory.Exists(_target) ? Path.Combine(_target, FileName(network)) : _target;
        return _written.Add(file)
            ? file
            : throw Unwritable(
                $"'{file}' holds a network already, and a manifest holds one; name a folder that is there to write "
                + "each network into a file of its name.");
    }

    private static string FileName(Network network) =>
        network.Name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && network.Name.IndexOfAny(['/', '\\', ':']) < 0
            ? network.Name + ".yaml"
            : throw Unwritable($"'{network.Name}' cannot be the name of a file; name the file.");

    private static NetworkException Unwritable(string reason) => new(ErrorCode.FileUnwritable, reason);
}
