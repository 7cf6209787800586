using System.Collections.Generic;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A named set of parameter values: resnet50 within resnet.</summary>
internal sealed class Variant
{
    public Variant(string name, IReadOnlyDictionary<string, Value> values, NetworkSource source)
    {
        Name = name;
        Values = values;
        Source = source;
    }

    public string Name { get; }

    public IReadOnlyDictionary<string, Value> Values { get; }

    /// <summary>Where this network comes from.</summary>
    public NetworkSource Source { get; }
}
