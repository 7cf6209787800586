using System.Management.Automation;

namespace FlopsPS.Host.Output;

/// <summary>
/// Ends the pipeline where the output is for programs, in the place of Out-Default. As a command it holds its producers
/// back while it writes. Its own output is whether the last command upstream succeeded.
/// </summary>
[Cmdlet(VerbsData.Out, "Rows")]
internal sealed class OutRowsCommand : PSCmdlet
{
    internal const string Name = "Out-Rows";

    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true)]
    public IRowWriter Writer { get; set; } = null!;

    protected override void ProcessRecord()
    {
        try
        {
            Writer.Write(InputObject, WriteWarning);
        }
        catch (RowException exception)
        {
            WriteError(new ErrorRecord(exception, "RowNotWritten", ErrorCategory.InvalidData, InputObject));
        }
    }

    // What came last upstream has succeeded or not; nobody else can still tell once the pipeline is over.
    protected override void EndProcessing() => WriteObject(SessionState.PSVariable.GetValue("?"));
}
