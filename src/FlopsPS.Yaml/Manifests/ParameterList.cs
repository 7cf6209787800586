using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>The parameters of a manifest or block, in order.</summary>
internal sealed class ParameterList
{
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly HashSet<string> _names;

    private ParameterList(IReadOnlyList<Parameter> parameters)
    {
        _parameters = parameters;
        Names = [.. parameters.Select(parameter => parameter.Name)];
        Required = [.. parameters.Where(parameter => parameter.Default is null).Select(parameter => parameter.Name)];
        _names = new(Names, StringComparer.Ordinal);
    }

    /// <summary>No parameters.</summary>
    public static ParameterList None { get; } = new([]);

    public IReadOnlyList<string> Names { get; }

    /// <summary>The parameters without a default, which need a value.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>Reads a map of names and defaults.</summary>
    public static ParameterList Read(SyntaxNode? node)
    {
        return new([.. Expect.Map(node, "parameters", "names and their defaults").Select(entry => new Parameter(
            Expect.Name(entry.Key),
            entry.Value is ScalarNode { IsEmpty: true } ? null : Value.Read(entry.Value, []),
            entry.Key.Position))]);
    }

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>
    /// Sets the values of all parameters: as given, else the default, which may use the parameters before it.
    /// </summary>
    /// <exception cref="NetworkException">A value is missing or cannot be computed.</exception>
    public Scope Bind(Func<string, object?> given, Scope inner)
    {
        foreach (Parameter parameter in _parameters)
        {
            inner.Set(parameter.Name, given(parameter.Name) ?? parameter.Default?.Evaluate(inner)
                ?? throw new NetworkException(
                    ErrorCode.ParameterInvalid,
                    $"the parameter '{parameter.Name}' needs a value: set it here, or with -Parameter "
                    + $"@{{ {parameter.Name} = … }}").At(layer: null, parameter.Position));
        }

        return inner;
    }

    /// <summary>The error for a name that is not a parameter.</summary>
    public NetworkException Unknown(string name, string owner, ErrorCode code)
    {
        return new(code, _parameters.Count == 0
            ? $"'{name}' cannot be set: {owner} has no parameters"
            : $"{owner} has no parameter '{name}'; it has {NameList.Of(Names)}." + NearestWord.Hint(name, Names));
    }
}
