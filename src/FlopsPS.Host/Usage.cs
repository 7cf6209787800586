namespace FlopsPS.Host;

/// <summary>The help of the command line.</summary>
internal static class Usage
{
    internal const string Text = """
        Runs the module FlopsPS where no PowerShell is installed.

        usage: FlopsPS.Host [-OutputFormat Text|Csv|Json] [-Command] TEXT...
               FlopsPS.Host [-OutputFormat Text|Csv|Json] -File SCRIPT.ps1 [ARGUMENT...]
               FlopsPS.Host -Version | -Help

          -Command TEXT   PowerShell text; several words are joined by spaces, - reads it from standard input.
          -File SCRIPT    A script file; everything after its path goes to the script.
          -OutputFormat   Text: tables for people. Csv, Json: the objects' columns, raw numbers, for programs.
          -Version        The version of the module.

        Standard output carries the objects, standard error one line for each error, and warnings.
        exit code: 0 success; 1 after any error; N after 'exit N'; 2 wrong arguments or no such script; 130 Ctrl+C.

        examples:
          FlopsPS.Host "Measure-NetworkFlops resnet50"
          FlopsPS.Host -OutputFormat Csv "Measure-NetworkFlops ./nets/*.yaml" > costs.csv
          FlopsPS.Host "Get-Command -Module FlopsPS"
        """;
}
