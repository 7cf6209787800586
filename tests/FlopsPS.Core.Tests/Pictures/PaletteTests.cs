using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

/// <summary>What WCAG 2.2 asks of contrast at level AA: 4.5 to 1 for text, 3 to 1 for what shapes show.</summary>
public class PaletteTests
{
    private const string DarkRules = "@media (prefers-color-scheme: dark)";

    private static readonly Regex s_rule = new(@"^\s*([^{}\n@]+) \{([^{}]*)\}", RegexOptions.Multiline);
    private static readonly Regex s_color = new("(?<name>color|fill|--[a-z-]+): ?(?<color>#[0-9a-f]{3,6})");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Labels_can_be_read_on_every_box(bool isDark)
    {
        Dictionary<string, string> colors = Colors("icicle.css", isDark);

        Assert.All(Enum.GetValues<LayerFamily>().Select(LayerFamilies.ClassOf), family =>
            Assert.InRange(Contrast(colors["text fill"], colors[$".{family} color"]), 4.5, 21));
        Assert.InRange(Contrast(colors[".b text fill"], colors[".b color"]), 4.5, 21);
        Assert.InRange(Contrast(colors[".m text fill"], colors[".m color"]), 4.5, 21);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Boxes_can_be_told_from_the_page(bool isDark)
    {
        Dictionary<string, string> colors = Colors("icicle.css", isDark);
        string card = Colors("report.css", isDark)[":root --card"];

        Assert.All(Enum.GetValues<LayerFamily>().Select(LayerFamilies.ClassOf), family =>
            Assert.InRange(Contrast(card, colors[$".{family} color"]), 3, 21));
        Assert.InRange(Contrast(card, colors[".m color"]), 3, 21);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_can_be_read_on_the_page(bool isDark)
    {
        Dictionary<string, string> colors = Colors("report.css", isDark);

        foreach (string page in new[] { "--page", "--card", "--own", "--warn-page" })
        {
            foreach (string text in new[] { "--ink", "--soft", "--link" })
            {
                Assert.InRange(Contrast(colors[":root " + page], colors[":root " + text]), 4.5, 21);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_of_a_picture_can_be_read(bool isDark)
    {
        Dictionary<string, string> colors = Colors("svg.css", isDark);

        Assert.InRange(Contrast(colors[".page fill"], colors["text.name fill"]), 4.5, 21);
        Assert.InRange(Contrast(colors[".page fill"], colors["text.note fill"]), 4.5, 21);
    }

    private static Dictionary<string, string> Colors(string file, bool isDark)
    {
        string css = Resource.Read(file);
        int dark = css.IndexOf(DarkRules, StringComparison.Ordinal);
        var colors = Rules(css[..dark]);
        foreach ((string name, string color) in isDark ? Rules(css[(dark + DarkRules.Length + 2)..]) : [])
        {
            colors[name] = color;
        }

        return colors;
    }

    private static Dictionary<string, string> Rules(string css)
    {
        var colors = new Dictionary<string, string>();
        foreach (Match rule in s_rule.Matches(css))
        {
            foreach (Match color in s_color.Matches(rule.Groups[2].Value))
            {
                string name = $"{rule.Groups[1].Value.Trim()} {color.Groups["name"].Value}";
                colors.TryAdd(name, color.Groups["color"].Value);
            }
        }

        return colors;
    }

    private static double Contrast(string a, string b)
    {
        double[] both = [Luminance(a), Luminance(b)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    private static double Luminance(string color)
    {
        string digits = color.Length == 4
            ? string.Concat(color.Skip(1).Select(digit => $"{digit}{digit}"))
            : color[1..];
        double[] linear = [.. Enumerable.Range(0, 3)
            .Select(i => digits.Substring(2 * i, 2))
            .Select(part => int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}
