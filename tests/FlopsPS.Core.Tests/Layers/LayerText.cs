using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Reads layers and shapes from the short texts of theory tables: conv out=16 kernel=3,5 bias=false; where an
/// argument takes a text, ; is its comma: einsum equation=ij;jk->ik.</summary>
internal static class LayerText
{
    public static Layer Layer(string text)
    {
        string[] words = text.Split(' ');
        LayerKind kind = LayerCatalog.Get(words[0]);
        return kind.Create(words.Skip(1)
            .Select(word => word.Split('='))
            .ToDictionary(
                pair => pair[0],
                pair => TakesText(kind, pair[0]) ? pair[1].Replace(';', ',') : Value(pair[1])));
    }

    /// <summary>1x3x28x28, with a layout behind it where the usual one is not meant: 1x16x8 NCL.</summary>
    public static TensorShape Shape(string text)
    {
        string[] words = text.Split(' ');
        IEnumerable<long> sizes = words[0].Length == 0
            ? []
            : words[0].Split('x').Select(size => long.Parse(size, CultureInfo.InvariantCulture));
        return new(sizes, words.Length > 1 ? words[1] : null);
    }

    /// <summary>Several shapes, joined by +.</summary>
    public static TensorShape[] Shapes(string text) => [.. text.Split(" + ").Select(Shape)];

    private static bool TakesText(LayerKind kind, string name) =>
        kind.Arguments.Any(argument => argument.Name == name && argument.Type == ArgumentType.Text);

    private static object Value(string text)
    {
        if (text.Contains(','))
        {
            return text.Split(',').Where(item => item.Length > 0).Select(Value).ToList();
        }

        string[] fraction = text.Split('/');
        return fraction.Length == 2 ? new Rational(Whole(fraction[0]), Whole(fraction[1]))
            : text is "true" or "false" ? text == "true"
            : long.TryParse(text, CultureInfo.InvariantCulture, out long number) ? number
            : text;
    }

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
