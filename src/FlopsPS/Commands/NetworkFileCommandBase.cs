using System.Management.Automation;

namespace FlopsPS.Commands;

/// <summary>A cmdlet that reads networks from files, whose -LiteralPath names some.</summary>
public abstract class NetworkFileCommandBase : NetworkReadingCommandBase
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";

    private protected NetworkFileCommandBase()
    {
    }

    /// <summary>Paths of files, every character taken as it is; also what Get-ChildItem hands on.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = LiteralPathSet,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "Paths of files, without wildcards")]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];
}
