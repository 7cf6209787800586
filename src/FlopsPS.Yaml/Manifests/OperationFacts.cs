using System;
using System.Collections.Generic;

namespace FlopsPS.Yaml.Manifests;

/// <summary>The facts of a stated operation as they were read.</summary>
internal sealed class OperationFacts
{
    private readonly IReadOnlyDictionary<string, object> _facts;

    public OperationFacts(IReadOnlyDictionary<string, object> facts) => _facts = facts;

    public long Whole(string name) => (long)_facts[name];

    public long? Find(string name) => _facts.TryGetValue(name, out object? value) ? (long)value : null;

    public bool? Truth(string name) => _facts.TryGetValue(name, out object? value) ? (bool)value : null;

    public string? Text(string name) => _facts.TryGetValue(name, out object? value) ? (string)value : null;

    public IReadOnlyList<long> Shape(string name) => (IReadOnlyList<long>)_facts[name];

    public T Word<T>(string name)
        where T : struct => (T)Enum.Parse(typeof(T), (string)_facts[name], ignoreCase: true);
}
