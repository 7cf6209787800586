using System;
using System.IO;
using System.Management.Automation.Host;
using System.Text;

namespace FlopsPS.Formatting;

/// <summary>Sentences in a column of a table: PowerShell breaks them between words in some languages alone, and in a
/// container that has no language in the middle of a word.</summary>
public static class ColumnText
{
    /// <summary>A text with line breaks between words, for one of the columns that share what the others leave.</summary>
    /// <param name="text">The text; its own line breaks stay.</param>
    /// <param name="host">The console; one that has no width changes nothing.</param>
    /// <param name="others">How many characters the columns of a fixed width and all gaps take.</param>
    /// <param name="columns">How many columns share the rest.</param>
    public static string Wrap(string? text, PSHost host, int others, int columns)
    {
        // One less than there is: PowerShell breaks what fills a column to the last character.
        int width = ((WidthOf(host) - others) / columns) - 1;
        return width > 0 ? Wrap(text ?? string.Empty, width) : text ?? string.Empty;
    }

    /// <summary>A text with line breaks between words, for a column of a fixed width or the whole line.</summary>
    /// <param name="text">The text; its own line breaks stay.</param>
    /// <param name="width">The most characters of a line; a longer word stays whole.</param>
    public static string Wrap(string text, int width)
    {
        var wrapped = new StringBuilder();
        foreach (string line in text.Split('\n'))
        {
            int room = 0;
            foreach (string word in line.Split(' '))
            {
                bool fits = word.Length < room;
                wrapped.Append(fits ? " " : wrapped.Length > 0 ? "\n" : string.Empty).Append(word);
                room = (fits ? room - 1 : width) - word.Length;
            }
        }

        return wrapped.ToString();
    }

    // A host of a job or of a service has no screen, and says so each in its own way.
    private static int WidthOf(PSHost host)
    {
        try
        {
            return host.UI?.RawUI?.BufferSize.Width ?? 0;
        }
        catch (Exception error) when (error
            is HostException or NotSupportedException or NotImplementedException or IOException)
        {
            return 0;
        }
    }
}
