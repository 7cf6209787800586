using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>The layers that join the paths of a structure.</summary>
internal static class Joint
{
    /// <summary>The words that <c>join</c> takes; each is the layer kind that does it.</summary>
    public static IReadOnlyList<string> Words { get; } = ["concat", "add", "multiply"];

    /// <summary>The layer that joins element by element.</summary>
    public static Layer Add { get; } = LayerCatalog.Get("add").Create(new Dictionary<string, object>());

    /// <summary>The layer that the keys of a structure ask for: <c>join</c>, and <c>axis</c> where it is concat.
    /// </summary>
    /// <exception cref="NetworkException">A value is not one of those that are possible.</exception>
    public static Layer Read(SyntaxNode? join, SyntaxNode? axis)
    {
        string word = join is null ? Words[0] : Word(join);
        LayerKind kind = LayerCatalog.Get(word);
        if (axis is null)
        {
            return kind.Create(new Dictionary<string, object>());
        }

        if (word != Words[0])
        {
            throw axis.Invalid(
                $"join {word} works element by element: only concat has an axis", ErrorCode.ArgumentInvalid);
        }

        Argument argument = kind.Find("axis");
        object value = Value.Read(axis, argument.Words).EvaluateFor(argument, new Scope());
        try
        {
            return kind.Create(new Dictionary<string, object> { [argument.Name] = value });
        }
        catch (NetworkException error)
        {
            throw error.At(layer: null, axis.Position);
        }
    }

    /// <summary>Adds the layer behind the ends of the paths; it can be named like any other.</summary>
    public static IReadOnlyList<Tensor> Join(
        Construction construction,
        Place place,
        string path,
        Layer layer,
        IReadOnlyList<Tensor> ends,
        SourcePosition position)
    {
        Node node = construction.Builder.Add(path, layer, ends, position, place.Role, place.DataType);
        place.Record(path, node.Outputs);
        return node.Outputs;
    }

    private static string Word(SyntaxNode node)
    {
        string word = Expect.Text(node, "join").Text;
        return Words.Contains(word)
            ? word
            : throw node.Invalid(
                $"join '{word}' is not one of {string.Join(", ", Words)}." + NearestWord.Hint(word, Words),
                ErrorCode.ArgumentInvalid);
    }
}
