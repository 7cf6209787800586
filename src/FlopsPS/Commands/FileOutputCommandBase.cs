using System.Management.Automation;

namespace FlopsPS.Commands;

/// <summary>A cmdlet that writes text files.</summary>
public abstract class FileOutputCommandBase : NetworkCommandBase
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";

    private protected FileOutputCommandBase()
    {
    }

    /// <summary>The path of the file; a wildcard may stand for one that is there.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, HelpMessage = "The path of the file")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Path { get; set; } = string.Empty;

    /// <summary>The path of the file, every character taken as it is.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = LiteralPathSet, HelpMessage = "The path of the file, without wildcards")]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = string.Empty;

    /// <summary>Overwrites a file that is read-only.</summary>
    [Parameter(HelpMessage = "Overwrites a file that is read-only")]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves a file that is there as it is, and makes it an error.</summary>
    [Parameter(HelpMessage = "Does not overwrite a file")]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Emits the file.</summary>
    [Parameter(HelpMessage = "Emits the file")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The full path of the file.</summary>
    private protected string Target { get; private set; } = string.Empty;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Call(LiteralPath + Path, () => Target = ParameterSetName == PathSet
            ? Paths.ToWrite(Path)
            : Paths.ToWriteLiterally(LiteralPath));
    }

    /// <summary>Writes a file as the parameters say.</summary>
    private protected void WriteFile(string file, string text) => WriteFile(file, text, Force, NoClobber, PassThru);
}
