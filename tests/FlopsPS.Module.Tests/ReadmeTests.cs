using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace FlopsPS.Module.Tests;

/// <summary>What the README shows behind a prompt is what the commands print.</summary>
public sealed class ReadmeTests
{
    private const string Prompt = "PS> ";
    private const string Continuation = ">> ";

    // As wide as a line of the README.
    private const int Width = 100;

    public static TheoryData<string, string> Commands()
    {
        var data = new TheoryData<string, string>();
        foreach (string[] block in Blocks())
        {
            int[] starts = [.. Enumerable.Range(0, block.Length).Where(i => Begins(block[i], Prompt)), block.Length];
            foreach ((int start, int end) in starts.Zip(starts.Skip(1)))
            {
                string[] rest = [.. block[(start + 1)..end].TakeWhile(line => Begins(line, Continuation))];
                data.Add(
                    string.Join(' ', rest.Select(line => line[Continuation.Length..]).Prepend(block[start][Prompt.Length..])),
                    Tidy(block[(start + 1 + rest.Length)..end]));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_prints_what_is_shown(string command, string shown)
    {
        var host = new FormatHost(Width);
        using var shell = new CmdletShell(host);
        shell.Run($"[cultureinfo]::CurrentCulture = 'en-US'\n{command} | Out-Default");

        Assert.Equal(shown, Tidy(host.Text.Split('\n')));
    }

    // The fenced blocks that begin with a prompt.
    private static IEnumerable<string[]> Blocks() => File.ReadAllText(Path.Combine(Repository.Root, "README.md"))
        .ReplaceLineEndings("\n")
        .Split("```")
        .Where((text, index) => index % 2 == 1)
        .Select(text => text.Trim('\n').Split('\n'))
        .Where(lines => Begins(lines[0], Prompt));

    private static bool Begins(string line, string start) => line.StartsWith(start, StringComparison.Ordinal);

    // Ends of lines, and empty lines around a view, depend on the host.
    private static string Tidy(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(line => line.TrimEnd())).Trim('\n');
}
