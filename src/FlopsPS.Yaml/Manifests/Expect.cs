using System.Collections.Generic;
using System.Linq;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>Looks at a node as what must stand at its place.</summary>
internal static class Expect
{
    private const int MaximumName = 100;

    private static readonly string[] s_reserved =
        ["in", "index", "true", "false", "True", "False", "and", "or", "not", "if", "else"];

    /// <summary>The entries of a map; none when the node is absent or empty.</summary>
    public static IReadOnlyList<KeyValuePair<ScalarNode, SyntaxNode>> Map(SyntaxNode? node, string what, string content)
    {
        return node switch
        {
            null or ScalarNode { IsEmpty: true } => [],
            MapNode map => map.Entries,
            _ => throw node.Invalid($"{what} must be a map of {content}, not {node.What}"),
        };
    }

    /// <summary>A map that must be there.</summary>
    public static MapNode Map(SyntaxNode node, string reason) =>
        node as MapNode ?? throw node.Invalid($"{reason}, not {node.What}");

    /// <summary>A list that must be there.</summary>
    public static ListNode List(SyntaxNode node, string what) =>
        node as ListNode ?? throw node.Invalid($"{what} must be a list, not {node.What}");

    /// <summary>A text.</summary>
    public static ScalarNode Text(SyntaxNode node, string what) => node is ScalarNode { IsEmpty: false } scalar
        ? scalar
        : throw node.Invalid($"{what} must be a text, not {node.What}");

    /// <summary>The name of a block, which is one level of a path.</summary>
    public static ScalarNode LayerName(SyntaxNode node)
    {
        ScalarNode name = Line(Text(node, "name"), MaximumName);
        return name.Text.IndexOf('/') >= 0
            ? throw name.Invalid($"'{name.Text}' cannot be a name: '/' separates the levels of a path")
            : name;
    }

    /// <summary>The name of a layer or input, or its path: the names of the levels it lies in, with / between them.
    /// </summary>
    public static ScalarNode PathName(SyntaxNode node)
    {
        ScalarNode name = Line(Text(node, "name"), Place.MaximumPath);
        return name.Text[0] == '/' || name.Text[name.Text.Length - 1] == '/'
            ? throw name.Invalid(
                $"'{name.Text}' cannot be a name: '/' stands between the levels of a path, not at its ends")
            : name;
    }

    private static ScalarNode Line(ScalarNode name, int longest) =>
        name.Text.Length == 0 || name.Text.Length > longest || name.Text.Any(char.IsControl)
            ? throw name.Invalid($"a name is one line of 1 to {longest} characters")
            : name;

    /// <summary>A name that expressions can use.</summary>
    public static string Name(ScalarNode node)
    {
        string name = node.Text;
        bool isName = name.Length > 0
            && (char.IsLetter(name[0]) || name[0] == '_')
            && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
        return !isName || name.Length > MaximumName
            ? throw node.Invalid($"'{name}' cannot be a name: use letters, digits and _, at most {MaximumName}")
            : s_reserved.Contains(name)
                ? throw node.Invalid($"'{name}' has a meaning of its own in expressions; choose another name")
                : name;
    }
}
