using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>A report for a step summary or a comment, in the Markdown that GitHub, GitLab and Azure DevOps share: a
/// heading that says the most important thing, tables, and the rest folded.</summary>
internal static class Markdown
{
    // A comment on GitHub holds 65,536 characters; what is left is for the ends of tables.
    private const int Longest = 60_000;

    // An underscore within a word is itself.
    private static readonly Regex s_syntax = new(
        @"[\\`*\[\]<|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=[#A-Za-z])", RegexOptions.CultureInvariant);

    private static readonly Regex s_fence = new("`+", RegexOptions.CultureInvariant);

    private static readonly Regex s_space = new(@"\s+", RegexOptions.CultureInvariant);

    public static string Of(Report report)
    {
        var text = new StringBuilder();
        int left = 0;
        foreach (ReportSection section in report.Sections)
        {
            if (text.Length > Longest)
            {
                left++;
                continue;
            }

            Append(text, section);
        }

        return report.Sections.Count == 0 ? "## " + Report.Nothing
            : left > 0 ? text.Append('\n').Append(Left(left)).ToString()
            : text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, ReportSection section)
    {
        text.Append(text.Length > 0 ? "\n## " : "## ").Append(Icon(section.Status)).Append(Escape(section.Headline));
        text.Append('\n');
        foreach (ReportTable table in section.Tables)
        {
            text.Append('\n');
            if (table.Fold is null)
            {
                Append(text, table);
            }
            else
            {
                text.Append("<details><summary>").Append(table.Fold).Append("</summary>\n\n");
                Append(text, table);
                text.Append("\n</details>\n");
            }
        }
    }

    private static void Append(StringBuilder text, ReportTable table)
    {
        AppendRow(text, table.Columns.Select(column => Escape(column.Title)));
        AppendRow(text, table.Columns.Select(column => column.Cells == ReportCell.Number ? "--:" : "---"));
        int left = 0;
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            if (text.Length > Longest)
            {
                left++;
                continue;
            }

            AppendRow(text, row.Zip(table.Columns, Cell));
        }

        if (left > 0)
        {
            AppendRow(text, [Left(left)]);
        }
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    private static string Cell(string text, ReportColumn column) => column.Cells switch
    {
        ReportCell.Name => Code(text),
        ReportCell.List => Escape(text).Replace("; ", "<br>"),
        _ => Escape(text),
    };

    /// <summary>A name as code, in which only a fence of as many backticks ends it, and only a bar ends the
    /// cell.</summary>
    private static string Code(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        int longest = s_fence.Matches(text).Cast<Match>().Select(match => match.Length).DefaultIfEmpty().Max();
        string fence = new('`', longest + 1);
        string space = longest > 0 ? " " : string.Empty;
        return fence + space + s_space.Replace(text, " ").Replace("|", "\\|") + space + fence;
    }

    // A comment in HTML keeps a name from calling the people of that name.
    private static string Escape(string text) =>
        s_syntax.Replace(s_space.Replace(text, " "), @"\$&").Replace("@", "@<!-- -->");

    private static string Icon(ReportStatus status) => status switch
    {
        ReportStatus.Failed => ":x: ",
        ReportStatus.Warning => ":warning: ",
        ReportStatus.Note => string.Empty,
        _ => ":white_check_mark: ",
    };

    private static string Left(int count) => $"and {ExactCount.Of(count)} more, for which there is no room here";
}
