using System;
using System.IO;

namespace FlopsPS.Reports;

/// <summary>The file, and the line where it is known, that an entry is about.</summary>
public sealed class ReportPlace
{
    private ReportPlace(string fullPath, string? relativePath, int line)
    {
        FullPath = fullPath;
        RelativePath = relativePath;
        Line = line;
    }

    /// <summary>The path as the row has it.</summary>
    public string FullPath { get; }

    /// <summary>The path from the folder of the report, with / between segments; null where the file is outside of it.
    /// </summary>
    public string? RelativePath { get; }

    /// <summary>The line, from 1; 0 when it is not known.</summary>
    public int Line { get; }

    /// <summary>What to call the file: nets/a.yaml; the full path where it is outside of the folder.</summary>
    public string File => RelativePath ?? FullPath;

    /// <summary>The place of a row; null where its network was in no file.</summary>
    /// <param name="row">The row.</param>
    /// <param name="folder">The full path of the folder that the report is made in.</param>
    internal static ReportPlace? Of(ReportRow row, string folder)
    {
        if (row.Text("Path") is not { } path)
        {
            return null;
        }

        string relative = Budgets.RelativePath.Of(folder, path);
        bool isOutside = relative.StartsWith("../", StringComparison.Ordinal) || !Path.IsPathRooted(path);
        return new(path, isOutside ? null : relative, row.Line);
    }
}
