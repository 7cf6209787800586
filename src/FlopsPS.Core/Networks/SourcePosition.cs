using System.Globalization;

namespace FlopsPS.Networks;

/// <summary>A place in a file; in text, line and column count from 1, elsewhere they are 0.</summary>
public sealed class SourcePosition
{
    /// <summary>Names a place; the file is null when the text came from elsewhere.</summary>
    public SourcePosition(string? file, int line, int column)
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The file's path as it was given, or null.</summary>
    public string? File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; }

    /// <summary>file(line,column), the form that editors and build logs make clickable; the file alone where there are no
    /// lines.</summary>
    public override string ToString() => Line == 0
        ? File ?? string.Empty
        : string.Format(CultureInfo.InvariantCulture, "{0}({1},{2})", File ?? "manifest", Line, Column);
}
