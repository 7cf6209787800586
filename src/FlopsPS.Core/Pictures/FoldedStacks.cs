using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace FlopsPS.Pictures;

/// <summary>
/// A line for each layer that costs something: network;block;layer 123, as flamegraph.pl, inferno and speedscope read
/// it. A name may hold blanks, for the number stands behind the last one; a semicolon, a percent sign and what breaks a
/// line are written as in a web address: %3B, %25, %0A.
/// </summary>
public static class FoldedStacks
{
    /// <summary>The text of the file.</summary>
    public static string Write(IEnumerable<NetworkPicture> pictures)
    {
        var text = new StringBuilder();
        foreach (NetworkPicture picture in pictures)
        {
            foreach (CostBranch layer in picture.Layers.Where(layer => layer.Own > 0))
            {
                text.Append(Escape(picture.Title));
                foreach (CostBranch branch in layer.Line)
                {
                    text.Append(';').Append(Escape(branch.Name));
                }

                text.Append(FormattableString.Invariant($" {layer.Own}\n"));
            }
        }

        return text.ToString();
    }

    private static string Escape(string name)
    {
        var escaped = new StringBuilder();
        foreach (char letter in name)
        {
            bool breaksFrame = letter is ';' or '%' or '\u2028' or '\u2029' || char.IsControl(letter);
            escaped.Append(breaksFrame ? Uri.EscapeDataString(letter.ToString()) : letter.ToString());
        }

        return escaped.ToString();
    }
}
