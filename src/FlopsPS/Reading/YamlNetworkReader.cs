using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Yaml;

namespace FlopsPS.Reading;

/// <summary>YAML manifests. Calls the bridge, which loads when it is first called.</summary>
internal sealed class YamlNetworkReader : INetworkReader
{
    public string Format => "Yaml";

    public IReadOnlyList<string> Extensions { get; } = [".yaml", ".yml"];

    public bool Recognizes(byte[] head) => !head.Contains((byte)0);

    public IReadOnlyList<NetworkTemplate> ReadFile(string path) => ManifestReader.ReadFile(path);

    public IReadOnlyList<NetworkTemplate> ReadText(string text, string name) =>
        ManifestReader.Read(text, file: null, name);
}
