using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests;

/// <summary>Short ways to read manifests in tests.</summary>
internal static class Reading
{
    /// <summary>The only network of a manifest.</summary>
    public static Network Build(string manifest, NetworkRequest? request = null) =>
        Template(manifest).Build(request ?? NetworkRequest.None, CancellationToken.None);

    public static NetworkTemplate Template(string manifest) => ManifestReader.Read(manifest, "m.yaml", "m").Single();

    /// <summary>The paths of all nodes, one blank between them.</summary>
    public static string Paths(string manifest) => string.Join(" ", Build(manifest).Nodes.Select(node => node.Path));

    /// <summary>The paths of all nodes with the shapes they make.</summary>
    public static IEnumerable<string> Shapes(string manifest) =>
        Build(manifest).Nodes.Select(node => $"{node.Path} {string.Join(" ", node.Outputs.Select(t => t.Shape))}");

    /// <summary>The error of a manifest that cannot be read, or one of whose networks cannot be built.</summary>
    public static NetworkException Error(string manifest) => Assert.Throws<NetworkException>(() =>
    {
        foreach (NetworkTemplate template in ManifestReader.Read(manifest, "m.yaml", "m"))
        {
            template.Build(NetworkRequest.None, CancellationToken.None);
        }
    });

    /// <summary>Checks the code, the place and the whole message of the error.</summary>
    public static void Fails(string manifest, ErrorCode code, int line, int column, string message)
    {
        NetworkException error = Error(manifest);

        Assert.Equal($"m.yaml({line},{column}): {message}", error.Message);
        Assert.Equal((code, "m.yaml", line, column), (error.Code, error.File, error.Line, error.Column));
    }
}
