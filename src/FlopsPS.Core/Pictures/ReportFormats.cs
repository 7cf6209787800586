using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Pictures;

/// <summary>The forms by the names of files.</summary>
public static class ReportFormats
{
    // The first of a form is what files of it are called.
    private static readonly (string Extension, ReportFormat Format)[] s_extensions =
    [
        (".html", ReportFormat.Html),
        (".htm", ReportFormat.Html),
        (".svg", ReportFormat.Svg),
        (".speedscope.json", ReportFormat.Speedscope),
        (".json", ReportFormat.Speedscope),
        (".folded", ReportFormat.FoldedStack),
        (".txt", ReportFormat.FoldedStack),
    ];

    /// <summary>The form that the name of a file asks for.</summary>
    /// <exception cref="NetworkException">Its extension is none of a form.</exception>
    public static ReportFormat OfFile(string path)
    {
        foreach ((string extension, ReportFormat format) in s_extensions)
        {
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        throw new NetworkException(
            ErrorCode.ArgumentInvalid,
            $"The name '{Path.GetFileName(path)}' does not say what to write. Let it end in "
            + $"{string.Join(", ", s_extensions.Select(pair => pair.Extension))}, or add -Format "
            + string.Join(", ", Enum.GetNames(typeof(ReportFormat))) + ".");
    }

    /// <summary>The name of a file for a network: each character that some file system refuses is an underscore.
    /// </summary>
    public static string FileName(NetworkPicture picture, ReportFormat format)
    {
        IEnumerable<char> letters = picture.Title
            .Select(letter => letter < ' ' || "<>:\"/\\|?*".IndexOf(letter) >= 0 ? '_' : letter);
        return string.Concat(letters) + s_extensions.First(pair => pair.Format == format).Extension;
    }
}
