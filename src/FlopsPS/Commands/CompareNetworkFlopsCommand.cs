using System;
using System.Collections.Generic;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Comparing;
using FlopsPS.Completion;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Reading;
using FlopsPS.Variants;

namespace FlopsPS.Commands;

/// <summary>Compares a network under several conventions.</summary>
[Cmdlet(VerbsData.Compare, "NetworkFlops", DefaultParameterSetName = ConventionSet)]
[OutputType(typeof(CostDifference), typeof(CostTerm))]
public sealed class CompareNetworkFlopsCommand : NetworkFileCommandBase
{
    private const string ConventionSet = "Convention";

    private IReadOnlyList<Convention> _conventions = [];
    private Convention? _reference;

    /// <summary>Paths of files, names of networks in the zoo, or networks; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = ConventionSet,
        ValueFromPipeline = true,
        HelpMessage = "Paths of files, names of zoo networks, with wildcards, or networks")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PathOrZooNetworkCompleter))]
    public object[] ReferenceNetwork { get; set; } = [];

    /// <summary>Names of counting conventions, or paths of files that hold one; wildcards are allowed.</summary>
    [Parameter(HelpMessage = "Names of counting conventions or paths of files, with wildcards")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConventionCompleter))]
    public string[] Convention { get; set; } = ["*"];

    /// <summary>The convention that the others are compared with.</summary>
    [Parameter(ParameterSetName = ConventionSet, HelpMessage = "The convention that the others are compared with")]
    [Parameter(ParameterSetName = LiteralPathSet, HelpMessage = "The convention that the others are compared with")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConventionCompleter))]
    public string ReferenceConvention { get; set; } = ConventionCatalog.Default;

    /// <summary>Emits a row for each term of a difference.</summary>
    [Parameter(ParameterSetName = ConventionSet, HelpMessage = "Emits a row for each term of a difference")]
    [Parameter(ParameterSetName = LiteralPathSet, HelpMessage = "Emits a row for each term of a difference")]
    public SwitchParameter Detail { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var names = new ConventionNames(Paths);
        Call(Convention, () => _conventions = [.. names.Find(Convention)]);
        Call(ReferenceConvention, () => _reference = names.Get(ReferenceConvention));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Array.ForEach(LiteralPath, path => Record(path, () => ReadFiles([Paths.Literal(path)], null, Compare)));
        Array.ForEach(ReferenceNetwork, network => Use(network, Compare));
    }

    private void Compare(NetworkOrigin origin, string target)
    {
        foreach (ParameterSetting setting in Variation.Sweep.For(origin.ParameterNames))
        {
            Record(target, () => Write(Variation.Build(origin, setting, Cancellation), setting), setting.ToString());
        }
    }

    private void Write(Network network, ParameterSetting setting)
    {
        foreach (CostDifference row in
            ConventionComparison.Compare(network, _reference!, _conventions, Cancellation))
        {
            IReadOnlyList<ResultRow> results = Detail ? row.Terms : [row];
            foreach (ResultRow result in results)
            {
                WriteObject(setting.Label(result));
            }
        }
    }
}
