using System;
using System.IO;

namespace FlopsPS.Host;

/// <summary>The help of the command line.</summary>
internal static class Usage
{
    internal static string Text { get; } = $"""
        Runs the module FlopsPS where no PowerShell is installed.

        usage: {Command} [-OutputFormat Text|Csv|Json] [-Command] TEXT...
               {Command} [-OutputFormat Text|Csv|Json] -File SCRIPT.ps1 [ARGUMENT...]
               {Command} -Version | -Help

          -Command TEXT   PowerShell text; several words are joined by spaces, - reads it from standard input.
          -File SCRIPT    A script file; everything after its path goes to the script.
          -OutputFormat   Text: tables for people. Csv, Json: the objects' columns, raw numbers, for programs.
          -Version        The version of the module.

        Standard output carries the objects, standard error one line for each error, and warnings.
        exit code: 0 success; 1 after any error; N after 'exit N'; 2 wrong arguments or no such script; 130 Ctrl+C.

        examples:
          {Command} "Measure-NetworkFlops resnet50"
          {Command} -OutputFormat Csv "Measure-NetworkFlops ./nets/*.yaml" > costs.csv
          {Command} "Get-Command -Module FlopsPS"
        """;

    // What the user typed: the tool is called flopsps, and dotnet runs a dll that has no name of its own.
    private static string Command => Path.GetFileNameWithoutExtension(Environment.ProcessPath) switch
    {
        null or "dotnet" => "FlopsPS.Host",
        var name => name,
    };
}
