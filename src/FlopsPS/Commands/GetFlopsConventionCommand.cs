using System;
using System.Management.Automation;
using FlopsPS.Completion;
using FlopsPS.Conventions;
using FlopsPS.Reading;

namespace FlopsPS.Commands;

/// <summary>The conventions: what each counts, where that is written, and what a reader would not expect.</summary>
[Cmdlet(VerbsCommon.Get, "FlopsConvention")]
[OutputType(typeof(Convention))]
public sealed class GetFlopsConventionCommand : NetworkCommandBase
{
    /// <summary>Names of conventions, or paths of files that hold one; wildcards are allowed. All built-in ones when it
    /// is left out.</summary>
    [Parameter(
        Position = 0, ValueFromPipeline = true, HelpMessage = "Names of conventions or paths of files, with wildcards")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConventionCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WriteMatching(
            ConventionCatalog.All,
            convention => convention.Name,
            Array.FindAll(Name, name => !FilePaths.IsPath(name)),
            ConventionCatalog.Unknown);
        Array.ForEach(Array.FindAll(Name, FilePaths.IsPath), path => Record(path, () => ReadFiles(path)));
    }

    private void ReadFiles(string path)
    {
        foreach (string file in Paths.AtLeastOne(path))
        {
            Record(file, () => WriteObject(ConventionFile.Read(file)));
        }
    }
}
