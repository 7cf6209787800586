using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace FlopsPS.Yaml.Writing;

/// <summary>Writes YAML as people write manifests: what fits into a line in {} and [], the rest indented by two blanks.
/// </summary>
internal sealed class YamlText
{
    private const int Width = 120;

    private static readonly Regex s_plain = new("^[A-Za-z0-9_/][A-Za-z0-9_./+-]*$", RegexOptions.CultureInvariant);

    // Words and numbers that YAML takes for something else than a text.
    private static readonly Regex s_typed = new(
        "^(true|false|yes|no|on|off|null|y|n|[0-9][0-9_]*[.eE][0-9.eE+-]*|0[xo].*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex s_sentence = new(
        @"^[A-Za-z][A-Za-z0-9 ,.;()/'_+-]*[A-Za-z0-9.)]$", RegexOptions.CultureInvariant);

    // What can be folded at its blanks and comes back as it was.
    private static readonly Regex s_words = new(@"^[!-~]+( [!-~]+)*$", RegexOptions.CultureInvariant);

    private readonly StringBuilder _text = new();

    private YamlText()
    {
    }

    /// <summary>The text of a document, with \n between lines and at the end.</summary>
    public static string Of(YamlMap document)
    {
        var writer = new YamlText();
        writer.WriteMap(document, indent: 0);
        return writer._text.ToString();
    }

    /// <summary>A text as a scalar: plain where it is one word, else in quotes.</summary>
    public static string Scalar(string text) =>
        s_plain.IsMatch(text) && !s_typed.IsMatch(text) ? text : Quoted(text);

    private static string Sentence(string text) => s_sentence.IsMatch(text) && text.Contains(' ') ? text : Scalar(text);

    /// <summary>Items in brackets.</summary>
    public static string Flow(IEnumerable<string> items) => "[" + string.Join(", ", items) + "]";

    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when IsSafe(letter) => letter.ToString(),
                _ => string.Format(CultureInfo.InvariantCulture, "\\u{0:X4}", (int)letter),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsSafe(char letter) => letter is >= ' ' and < '\u007F'
        || (letter > '\u00A0' && char.IsLetterOrDigit(letter));

    private void WriteMap(YamlMap map, int indent)
    {
        bool isFirst = true;
        foreach (KeyValuePair<string, object> entry in map)
        {
            if (!isFirst)
            {
                _text.Append(' ', indent);
            }

            isFirst = false;
            _text.Append(entry.Key).Append(':');
            WriteValue(entry.Value, indent, entry.Key.Length + 2);
        }
    }

    // What stands behind a colon.
    private void WriteValue(object value, int indent, int taken)
    {
        string? line = value is YamlSentence sentence ? Sentence(sentence.Text) : OneLine(value);
        bool isFolded = value is YamlSentence { Text: var words } && s_words.IsMatch(words);
        bool canBreak = value is not string && (value is not YamlSentence || isFolded);
        if (line is not null && (indent + taken + line.Length <= Width || !canBreak))
        {
            _text.Append(line.Length > 0 ? " " : string.Empty).Append(line).Append('\n');
            return;
        }

        if (value is YamlSentence { Text: var text })
        {
            Fold(text, indent + 2);
            return;
        }

        _text.Append('\n');
        if (value is YamlMap map)
        {
            _text.Append(' ', indent + 2);
            WriteMap(map, indent + 2);
        }
        else
        {
            WriteList((YamlList)value, indent + 2);
        }
    }

    private void Fold(string text, int indent)
    {
        _text.Append(" >-");
        int column = Width;
        foreach (string word in text.Split(' '))
        {
            bool fits = column + word.Length < Width;
            _text.Append(fits ? " " : "\n" + new string(' ', indent)).Append(word);
            column = (fits ? column + 1 : indent) + word.Length;
        }

        _text.Append('\n');
    }

    private void WriteList(YamlList list, int indent)
    {
        foreach (object item in list.Items)
        {
            _text.Append(' ', indent).Append("- ");
            if (item is YamlMap map)
            {
                WriteMap(map, indent + 2);
            }
            else if (item is YamlList { Items.Count: > 0 } inner)
            {
                // The first item of the inner list follows on the line.
                int start = _text.Length;
                WriteList(inner, indent + 2);
                _text.Remove(start, indent + 2);
            }
            else
            {
                _text.Append(OneLine(item)).Append('\n');
            }
        }
    }

    /// <summary>A value in one line; null where there are layers in it, which have lines of their own.</summary>
    private static string? OneLine(object value) => value switch
    {
        string text => text,
        YamlSentence => null,
        YamlList { Items.Count: 0 } => "[]",
        YamlList { IsOfLayers: true } => null,
        YamlList list => list.Items.Select(Item).ToArray() is var items && items.All(item => item is not null)
            ? Flow(items!)
            : null,
        _ => Braces((YamlMap)value),
    };

    // A map of one key needs no braces in a list.
    private static string? Item(object value) => value is YamlMap { Count: 1 } pair
        ? Pair(pair.First())
        : OneLine(value);

    private static string? Braces(YamlMap map)
    {
        string?[] pairs = [.. map.Select(Pair)];
        return pairs.All(pair => pair is not null) ? "{ " + string.Join(", ", pairs) + " }" : null;
    }

    private static string? Pair(KeyValuePair<string, object> pair) =>
        OneLine(pair.Value) is { } value ? $"{pair.Key}: {value}" : null;
}
