using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FlopsPS.Conventions;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Yaml.Manifests;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Conventions;

/// <summary>Kinds of layers and operations that stand in one text, blanks or commas between them. None has two rules.
/// </summary>
internal sealed class KindList
{
    private static readonly Regex s_name = new(@"[^\s,]+", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, SourcePosition> _taken = new(StringComparer.Ordinal);
    private readonly IReadOnlyCollection<string> _known;
    private readonly string _what;

    private KindList(IReadOnlyCollection<string> known, string what)
    {
        _known = known;
        _what = what;
    }

    /// <summary>What may have a rule: operations, and kinds of layers but for those that hold other layers or state their
    /// cost.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. LayerCatalog.Kinds.Where(kind => !kind.IsStructure && kind.Name != "custom").Select(kind => kind.Name)
            .Concat(OperationKinds.All)
            .Distinct()
            .OrderBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>A list that takes all kinds.</summary>
    public static KindList OfLayers() => new(All, "neither a kind of layer, as Get-LayerKind lists them, nor an");

    /// <summary>A list that takes operations.</summary>
    public static KindList OfOperations() => new(OperationKinds.All, "not an");

    /// <summary>The names in a text.</summary>
    /// <exception cref="NetworkException">A name is unknown, or had a rule before.</exception>
    public IReadOnlyList<string> Read(ScalarNode scalar)
    {
        return s_name.Matches(scalar.Text).Cast<Match>()
            .Select(match => Take(match.Value, scalar.PositionOf(match.Index)))
            .ToList();
    }

    private string Take(string name, SourcePosition position)
    {
        if (!_known.Contains(name))
        {
            throw new NetworkException(
                ErrorCode.LayerKindUnknown,
                $"'{name}' is {_what} operation; operations are {NameList.Of(OperationKinds.All)}."
                + NearestWord.Hint(name, _known)).At(layer: null, position);
        }

        if (_taken.TryGetValue(name, out SourcePosition? before))
        {
            throw new NetworkException(
                ErrorCode.ConventionInvalid, $"'{name}' has a rule in line {before.Line} already; keep one")
                .At(layer: null, position);
        }

        _taken.Add(name, position);
        return name;
    }
}
