using System.Collections.Generic;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A named set of parameter values: resnet50 within resnet.</summary>
internal sealed class Variant
{
    public Variant(string name, IReadOnlyDictionary<string, Value> values)
    {
        Name = name;
        Values = values;
    }

    public string Name { get; }

    public IReadOnlyDictionary<string, Value> Values { get; }
}
