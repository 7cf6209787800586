using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>The parameters of a manifest or block, in order; one without a default needs a value.</summary>
internal sealed class ParameterList
{
    private readonly List<KeyValuePair<string, Value?>> _parameters = [];

    /// <summary>No parameters.</summary>
    public static ParameterList None { get; } = new();

    public IReadOnlyList<string> Names => [.. _parameters.Select(parameter => parameter.Key)];

    /// <summary>Reads a map of names and defaults.</summary>
    public static ParameterList Read(SyntaxNode? node)
    {
        var list = new ParameterList();
        foreach (KeyValuePair<ScalarNode, SyntaxNode> entry in Expect.Map(node, "parameters", "names and their defaults"))
        {
            list._parameters.Add(new(Expect.Name(entry.Key), entry.Value is ScalarNode { IsEmpty: true }
                ? null
                : Value.Read(entry.Value, [])));
        }

        return list;
    }

    /// <summary>
    /// The values of all parameters: as given, computed where they were given; else the default, which may use the
    /// parameters before it.
    /// </summary>
    /// <exception cref="NetworkException">A value is missing or cannot be computed.</exception>
    public Scope Bind(System.Func<string, object?> given, Scope inner, System.Func<string, string> remedy)
    {
        foreach (KeyValuePair<string, Value?> parameter in _parameters)
        {
            inner.Set(parameter.Key, given(parameter.Key) ?? parameter.Value?.Evaluate(inner) ?? throw new NetworkException(
                ErrorCode.ParameterInvalid, $"the parameter '{parameter.Key}' needs a value: {remedy(parameter.Key)}"));
        }

        return inner;
    }

    /// <summary>The error for a name that is not a parameter.</summary>
    public NetworkException Unknown(string name, string owner, ErrorCode code)
    {
        return new(code, _parameters.Count == 0
            ? $"'{name}' cannot be set: {owner} has no parameters"
            : $"{owner} has no parameter '{name}'; it has {string.Join(", ", Names)}." + NearestWord.Hint(name, Names));
    }
}
