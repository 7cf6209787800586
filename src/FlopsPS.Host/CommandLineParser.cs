using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Host;

/// <summary>
/// Reads the arguments of the host. Options may be shortened (<c>-o csv</c>) and written the GNU way
/// (<c>--output-format=csv</c>); case does not matter.
/// </summary>
internal sealed class CommandLineParser
{
    // No two begin with the same letter, so every prefix names one option.
    private static readonly string[] s_options = ["Command", "File", "Help", "OutputFormat", "Version"];

    private readonly Queue<string> _rest;
    private readonly bool _isInputRedirected;
    private OutputFormat _format = OutputFormat.Text;

    private CommandLineParser(IEnumerable<string> arguments, bool isInputRedirected)
    {
        _rest = new Queue<string>(arguments);
        _isInputRedirected = isInputRedirected;
    }

    /// <exception cref="UsageException">An option is unknown, or its value is missing or wrong.</exception>
    internal static CommandLine Parse(IEnumerable<string> arguments, bool isInputRedirected) =>
        new CommandLineParser(arguments, isInputRedirected).Read();

    private CommandLine Read()
    {
        while (_rest.TryPeek(out string? argument))
        {
            if (!IsOption(argument))
            {
                return ReadCommand();
            }

            _rest.Dequeue();
            (string option, string? value) = Recognise(argument);
            switch (option)
            {
                case "OutputFormat":
                    _format = ReadFormat(value);
                    break;
                case "Command":
                    return ReadCommand(value);
                case "File":
                    string script = value ?? Next("-File needs the path of a script.");
                    return Result(HostAction.RunFile, script, _rest.ToArray());
                case "Version":
                    return Result(HostAction.ShowVersion);
                default:
                    return Result(HostAction.ShowHelp);
            }
        }

        return Result(_isInputRedirected ? HostAction.RunStandardInput : HostAction.ShowHelp);
    }

    /// <summary>
    /// The remaining words are the text, joined by spaces as pwsh does. Only -OutputFormat stays ours: it is what one
    /// adds last, after the command has worked.
    /// </summary>
    private CommandLine ReadCommand(string? firstWord = null)
    {
        var words = new List<string>();
        if (firstWord is not null)
        {
            words.Add(firstWord);
        }

        while (_rest.TryDequeue(out string? word))
        {
            if (IsOption(word) && Split(word) is (var name, var value)
                && name.Equals("OutputFormat", StringComparison.OrdinalIgnoreCase))
            {
                _format = ReadFormat(value);
            }
            else
            {
                words.Add(word);
            }
        }

        return words switch
        {
            [] => throw new UsageException("-Command needs PowerShell text, or - to read it from standard input."),
            ["-"] => Result(HostAction.RunStandardInput),
            _ => Result(HostAction.RunText, string.Join(' ', words)),
        };
    }

    private OutputFormat ReadFormat(string? value)
    {
        value ??= Next("-OutputFormat needs a value: Text, Csv or Json.");
        return value.All(char.IsLetter) && Enum.TryParse(value, ignoreCase: true, out OutputFormat format)
            ? format
            : throw new UsageException($"Unknown output format '{value}'. Use Text, Csv or Json.");
    }

    private string Next(string complaint) =>
        _rest.TryDequeue(out string? value) ? value : throw new UsageException(complaint);

    private CommandLine Result(HostAction action, string subject = "", IReadOnlyList<string>? scriptArguments = null) =>
        new(action, _format, subject, scriptArguments ?? []);

    private static bool IsOption(string argument) =>
        argument is "-?" or "--?" or "/?"
        || (argument.StartsWith('-') && argument.TrimStart('-') is [var first, ..] && char.IsLetter(first));

    private static (string Option, string? Value) Recognise(string argument)
    {
        (string name, string? value) = Split(argument);
        string? option = name is "?" or "/?"
            ? "Help"
            : s_options.FirstOrDefault(o => o.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return option is not null
            ? (option, value)
            : throw new UsageException(
                $"Unknown option '{argument}'. The options are -{string.Join(", -", s_options)}; "
                + "PowerShell text that begins with a dash goes after -Command.");
    }

    private static (string Name, string? Value) Split(string argument)
    {
        string[] parts = argument.TrimStart('-').Split([':', '='], count: 2);
        return (parts[0].Replace("-", "", StringComparison.Ordinal), parts.ElementAtOrDefault(1));
    }
}
