using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace FlopsPS.Host;

/// <summary>An error as one line: what went wrong, without PowerShell's position block or a stack.</summary>
internal static partial class ErrorLine
{
    internal static string Of(Exception exception) => exception switch
    {
        ParseException { Errors: [var first, ..] } => OneLine(Describe(first)),
        IContainsErrorRecord { ErrorRecord: { } record } => Of(record),
        _ => OneLine(exception.Message),
    };

    internal static string Of(ErrorRecord record) => record.Exception switch
    {
        ParseException { Errors: [var first, ..] } => OneLine(Describe(first)),
        CommandNotFoundException missing => OneLine(Describe(missing)),
        _ => OneLine(record.ErrorDetails?.Message ?? record.Exception.Message),
    };

    private static string Describe(ParseError error)
    {
        IScriptPosition place = error.Extent.StartScriptPosition;
        return string.IsNullOrEmpty(place.File)
            ? $"{error.Message} At line {place.LineNumber}, column {place.ColumnNumber}."
            : $"{error.Message} At {Path.GetFileName(place.File)}({place.LineNumber},{place.ColumnNumber}).";
    }

    /// <summary>
    /// Most names that are missing here are not misspelt: they belong to modules that only a full PowerShell ships.
    /// </summary>
    private static string Describe(CommandNotFoundException missing) =>
        $"The command '{missing.CommandName}' was not found. This host has FlopsPS and PowerShell's core commands: "
        + "Get-Command lists them, and -OutputFormat does the work of Export-Csv and ConvertTo-Json.";

    private static string OneLine(string message) => LineBreak().Replace(message.Trim(), " ");

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineBreak();
}
