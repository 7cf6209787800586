using System;
using System.Collections.Generic;
using System.Linq;
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

/// <summary>Compares a network under several conventions, or two networks under one.</summary>
[Cmdlet(VerbsData.Compare, "NetworkFlops", DefaultParameterSetName = ConventionSet)]
[OutputType(typeof(CostDifference), typeof(CostTerm), typeof(LayerDifference))]
public sealed class CompareNetworkFlopsCommand : NetworkFileCommandBase
{
    private const string ConventionSet = "Convention";
    private const string NetworkSet = "Network";

    private readonly List<(NetworkOrigin Origin, string Target)> _references = [];
    private readonly List<(NetworkOrigin Origin, string Target)> _differences = [];
    private IReadOnlyList<Convention> _conventions = [];
    private Convention? _reference;

    /// <summary>Paths of files, names of networks in the zoo, or networks; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = ConventionSet,
        ValueFromPipeline = true,
        HelpMessage = "Paths of files, names of zoo networks, with wildcards, or networks")]
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = NetworkSet,
        ValueFromPipeline = true,
        HelpMessage = "Paths of files, names of zoo networks, with wildcards, or networks")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PathOrZooNetworkCompleter))]
    public object[] ReferenceNetwork { get; set; } = [];

    /// <summary>The networks that are compared with the reference, given in the same ways.</summary>
    [Parameter(
        Mandatory = true,
        Position = 1,
        ParameterSetName = NetworkSet,
        HelpMessage = "Paths of files, names of zoo networks, with wildcards, or networks")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PathOrZooNetworkCompleter))]
    public object[] DifferenceNetwork { get; set; } = [];

    /// <summary>Names of counting conventions, or paths of files that hold one, with wildcards; all that are built in
    /// when one network is compared, the default one when two are.</summary>
    [Parameter(HelpMessage = "Names of counting conventions or paths of files, with wildcards")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConventionCompleter))]
    public string[]? Convention { get; set; }

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

    /// <summary>Emits a row for each layer that is the same, too.</summary>
    [Parameter(ParameterSetName = NetworkSet, HelpMessage = "Emits a row for each layer that is the same, too")]
    public SwitchParameter IncludeEqual { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var known = new ConventionNames(Paths);
        string[] names = Convention ?? [ParameterSetName == NetworkSet ? ConventionCatalog.Default : "*"];
        Call(names, () => _conventions = [.. known.Find(names)]);
        Call(ReferenceConvention, () => _reference = known.Get(ReferenceConvention));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Action<NetworkOrigin, string> use = ParameterSetName == NetworkSet
            ? (origin, target) => _references.Add((origin, target))
            : CompareConventions;
        Array.ForEach(LiteralPath, path => Record(path, () => ReadFiles([Paths.Literal(path)], null, use)));
        Array.ForEach(ReferenceNetwork, network => Use(network, use));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Array.ForEach(DifferenceNetwork, item => Use(item, (origin, target) => _differences.Add((origin, target))));

        // Of several on both sides those of one name are meant: the networks of two revisions of a file.
        bool isByName = _references.Count > 1 && _differences.Count > 1;
        foreach ((NetworkOrigin reference, string target) in _references)
        {
            foreach ((NetworkOrigin difference, _) in _differences)
            {
                if (!isByName || difference.Name == reference.Name)
                {
                    CompareNetworks(reference, difference, target);
                }
            }
        }

        if (isByName)
        {
            ReportUnmatched(_references, _differences);
            ReportUnmatched(_differences, _references);
        }

        base.EndProcessing();
    }

    private void CompareConventions(NetworkOrigin origin, string target) => WriteEach(origin, target, setting =>
        ConventionComparison
            .Compare(Make(origin, setting), _reference!, _conventions, Cancellation)
            .SelectMany<CostDifference, ResultRow>(row => Detail ? row.Terms : [row]));

    private void CompareNetworks(NetworkOrigin origin, NetworkOrigin other, string target) =>
        WriteEach(origin, target, setting =>
        {
            Network reference = Make(origin, setting);
            Network difference = Make(other, setting);
            return _conventions.SelectMany(convention =>
                NetworkComparison.Compare(reference, difference, convention, IncludeEqual, Cancellation));
        });

    private void WriteEach(
        NetworkOrigin origin, string target, Func<ParameterSetting, IEnumerable<ResultRow>> compare)
    {
        foreach (ParameterSetting setting in Variation.Sweep.For(origin.ParameterNames))
        {
            Record(
                target,
                () =>
                {
                    foreach (ResultRow row in compare(setting))
                    {
                        WriteObject(setting.Label(row));
                    }
                },
                setting.ToString());
        }
    }

    private void ReportUnmatched(
        IEnumerable<(NetworkOrigin Origin, string Target)> these, IEnumerable<(NetworkOrigin Origin, string)> others)
    {
        foreach ((NetworkOrigin origin, string target) in these)
        {
            if (!others.Any(other => other.Origin.Name == origin.Name))
            {
                WriteError(Errors.NetworkUnmatched(origin.Name, target));
            }
        }
    }
}
