using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FlopsPS.Networks;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FlopsPS.Yaml.Syntax;

/// <summary>
/// YAML text to a tree of nodes with places. Works on the parser's events, so that duplicate keys, several documents,
/// endless aliases and sheer size are noticed as they come, in bounded memory.
/// </summary>
internal sealed class SyntaxTree
{
    /// <summary>More nodes than this, aliases expanded, are refused.</summary>
    public const int MaximumNodes = 1_000_000;

    /// <summary>Deeper nesting than this is refused.</summary>
    public const int MaximumDepth = 64;

    /// <summary>Longer texts are refused; only a description comes near.</summary>
    public const int MaximumText = 8_192;

    private static readonly Regex s_tab = new("^ *\t", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private readonly IParser _parser;
    private readonly string? _file;
    private readonly string _what;
    private readonly string _least;
    private readonly Dictionary<string, SyntaxNode?> _anchors = new(StringComparer.Ordinal);
    private readonly Stack<SourcePosition> _open = new();
    private long _nodes;

    private SyntaxTree(string text, string? file, string what, string least)
    {
        _what = what;
        _least = least;
        // The scanner takes a byte order mark for a letter.
        _parser = new Parser(new StringReader(text.TrimStart('\uFEFF')));
        _file = file;
    }

    /// <summary>The root of the only document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file that errors name, or null.</param>
    /// <param name="what">What the document is, for errors.</param>
    /// <param name="least">What such a document has at least.</param>
    /// <exception cref="NetworkException">The text is not YAML, or not one document within the limits.</exception>
    public static SyntaxNode Read(
        string text, string? file, string what = "manifest", string least = "'input' and 'layers'")
    {
        var tree = new SyntaxTree(text, file, what, least);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException error)
        {
            throw NotYaml(text, file, error);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or OverflowException)
        {
            // The scanner gives up this way, without a place: when a line begins left of an open { or [, for a \U that
            // is no character.
            throw new NetworkException(
                ErrorCode.ManifestInvalid,
                "this is not YAML: " + (tree._open.Count > 0
                    ? "the { or [ that stands here is not closed, or what is in it cannot be read"
                    : "what follows here cannot be read"),
                error)
                .At(layer: null, tree._open.Count > 0 ? tree._open.Peek() : tree.Reached);
        }
    }

    private SourcePosition Reached => Place(_file, _parser.Current?.Start ?? Mark.Empty);

    private static NetworkException NotYaml(string text, string? file, YamlException error)
    {
        // The library tells that there is a tab, and where the value before it stands.
        string reason = Sentence(error);
        Match tab = reason.Contains(" tab ") ? s_tab.Match(text, (int)error.Start.Index) : Match.Empty;
        return tab.Success
            ? new NetworkException(
                ErrorCode.ManifestInvalid, "this is not YAML: a tab stands here; indent with blanks", error)
                .At(layer: null, new(file, text.Take(tab.Index).Count(letter => letter == '\n') + 1, tab.Length))
            : new NetworkException(ErrorCode.ManifestInvalid, "this is not YAML: " + reason + Remedy(reason), error)
                .At(layer: null, Place(file, error.Start));
    }

    // What people write most often: a bare kind, and 'when' or 'name' on the next line.
    private static string Remedy(string reason) => reason.Contains("multiline plain scalar, found invalid mapping")
        ? "; a kind with more keys below it ends in a colon, as in '- relu:'"
        : string.Empty;

    private static SourcePosition Place(string? file, Mark mark) =>
        new(file, (int)Math.Max(mark.Line, 1), (int)Math.Max(mark.Column, 1));

    // The library's own text starts in upper case and may end in a full stop.
    private static string Sentence(YamlException error)
    {
        string text = (error.InnerException ?? error).Message.TrimEnd('.');
        return char.ToLower(text[0], CultureInfo.InvariantCulture) + text.Substring(1);
    }

    private SyntaxNode ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            throw Empty();
        }

        _parser.Consume<DocumentStart>();
        SyntaxNode root = ReadNode(1);
        if (root is ScalarNode { IsEmpty: true })
        {
            throw Empty();
        }

        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out DocumentStart? second)
            ? throw Error(
                second, $"a second document starts here; a {_what} is one document, so keep it in its own file")
            : root;
    }

    private NetworkException Empty() => new NetworkException(
        ErrorCode.ManifestInvalid, $"the document is empty; a {_what} has at least {_least}")
        .At(layer: null, new SourcePosition(_file, 1, 1));

    private SyntaxNode ReadNode(int level)
    {
        ParsingEvent current = _parser.Consume<ParsingEvent>();
        if (level > MaximumDepth)
        {
            throw Error(current, $"the nesting is deeper than {MaximumDepth} levels", ErrorCode.NetworkTooLarge);
        }

        if (current is AnchorAlias alias)
        {
            return Resolve(alias, level);
        }

        string? anchor = current is NodeEvent { Anchor.IsEmpty: false } named ? named.Anchor.Value : null;
        if (anchor is not null)
        {
            _anchors[anchor] = null;
        }

        Count(current, 1);
        SyntaxNode node = current switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart sequence => ReadList(new ListNode(At(sequence)), level, sequence.Style == SequenceStyle.Flow),
            MappingStart mapping => ReadMap(new MapNode(At(mapping)), level, mapping.Style == MappingStyle.Flow),
            _ => throw Error(current, "a value was expected here"),
        };
        if (anchor is not null)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        if (scalar.Value.Length > MaximumText)
        {
            throw Error(scalar, $"a text has at most {MaximumText} characters", ErrorCode.NetworkTooLarge);
        }

        bool isPlain = scalar.Style == ScalarStyle.Plain;
        int? column = isPlain && scalar.Start.Line == scalar.End.Line
            ? (int)scalar.End.Column - scalar.Value.Length
            : null;
        return new ScalarNode(scalar.Value, isPlain, At(scalar), column);
    }

    private ListNode ReadList(ListNode list, int level, bool isFlow)
    {
        Open(list, isFlow);
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(ReadNode(level + 1));
        }

        Close(isFlow);
        return list;
    }

    private MapNode ReadMap(MapNode map, int level, bool isFlow)
    {
        Open(map, isFlow);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            SyntaxNode key = ReadNode(level + 1);
            SyntaxNode value = ReadNode(level + 1);
            map.Add(key as ScalarNode ?? throw key.Invalid($"{key.What} cannot be a key"), value);
        }

        Close(isFlow);
        return map;
    }

    private void Open(SyntaxNode node, bool isFlow)
    {
        if (isFlow)
        {
            _open.Push(node.Position);
        }
    }

    private void Close(bool isFlow)
    {
        if (isFlow)
        {
            _open.Pop();
        }
    }

    private SyntaxNode Resolve(AnchorAlias alias, int level)
    {
        string name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out SyntaxNode? node))
        {
            throw Error(alias, $"no anchor '&{name}' stands before this alias");
        }

        if (node is null)
        {
            throw Error(alias, $"the anchor '&{name}' contains itself and would expand without end");
        }

        Count(alias, node.Size);
        return level + node.Depth - 1 > MaximumDepth
            ? throw Error(alias, $"the nesting is deeper than {MaximumDepth} levels", ErrorCode.NetworkTooLarge)
            : node;
    }

    private void Count(ParsingEvent at, long nodes)
    {
        _nodes += nodes;
        if (_nodes > MaximumNodes)
        {
            throw Error(at, $"the {_what} has more than {MaximumNodes} nodes", ErrorCode.NetworkTooLarge);
        }
    }

    private SourcePosition At(ParsingEvent node) => Place(_file, node.Start);

    private NetworkException Error(ParsingEvent at, string reason, ErrorCode code = ErrorCode.ManifestInvalid) =>
        new NetworkException(code, reason).At(layer: null, At(at));
}
