using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace FlopsPS.Json;

/// <summary>Writes JSON, indented by two blanks, lists of plain values on one line.</summary>
internal static class JsonText
{
    /// <summary>The text of a map, a list, a text, a number or a truth value.</summary>
    public static string Of(object value) => Of(value, "\n");

    private static string Of(object value, string newLine) => value switch
    {
        JsonMap map => Block(
            '{', map.Select(member => Quote(member.Key) + ": " + Of(member.Value, newLine + "  ")), '}', newLine),
        string text => Quote(text),
        bool truth => truth ? "true" : "false",
        IEnumerable<JsonMap> maps => Block('[', maps.Select(map => Of(map, newLine + "  ")), ']', newLine),
        IEnumerable<object> list => "[" + string.Join(", ", list.Select(item => Of(item, newLine))) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Block(char open, IEnumerable<string> items, char close, string newLine)
    {
        string content = string.Join("," + newLine + "  ", items);
        return content.Length == 0 ? $"{open}{close}" : $"{open}{newLine}  {content}{newLine}{close}";
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                < ' ' => string.Format(CultureInfo.InvariantCulture, "\\u{0:x4}", (int)letter),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
