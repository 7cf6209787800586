using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace FlopsPS.Host;

/// <summary>PowerShell that is known to parse, and how to call it.</summary>
internal sealed partial class ScriptText
{
    private readonly string _text;
    private readonly ScriptBlock? _file;

    private ScriptText(string text, ScriptBlock? file)
    {
        _text = text;
        _file = file;
    }

    /// <exception cref="ParseException">The text is not PowerShell.</exception>
    internal static ScriptText FromText(string text)
    {
        _ = Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors is [] ? new ScriptText(text, file: null) : throw new ParseException(errors);
    }

    /// <summary>A script file, called with the arguments as typed.</summary>
    /// <remarks>
    /// As a script block it keeps $PSScriptRoot, and its exit is the host's. Called by its path, a script that says
    /// exit would only end itself.
    /// </remarks>
    /// <exception cref="ParseException">The script is not PowerShell.</exception>
    internal static ScriptText FromFile(string path, IEnumerable<string> arguments)
    {
        ScriptBlockAst ast = Parser.ParseFile(Path.GetFullPath(path), out _, out ParseError[] errors);
        string call = string.Join(' ', arguments.Select(Quote).Prepend("param($File) & $File"));
        return errors is [] ? new ScriptText(call, ast.GetScriptBlock()) : throw new ParseException(errors);
    }

    internal void AddTo(PowerShell shell)
    {
        shell.AddScript(_text);
        if (_file is not null)
        {
            shell.AddArgument(_file);
        }
    }

    /// <summary>
    /// Parameter names stay bare, so that PowerShell itself binds them; every other word is a literal string.
    /// </summary>
    private static string Quote(string argument)
    {
        string parameter = ParameterToken().Match(argument).Value;
        string value = argument[parameter.Length..];
        bool isBare = parameter is not "" && value is "" or "$true" or "$false";
        return isBare ? argument : $"{parameter}'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
    }

    [GeneratedRegex(@"^-[\p{L}_]\w*(?::|$)")]
    private static partial Regex ParameterToken();
}
