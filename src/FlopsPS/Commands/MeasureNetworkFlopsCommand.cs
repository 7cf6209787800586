using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Completion;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Variants;

namespace FlopsPS.Commands;

/// <summary>Counts parameters, multiply-accumulates and FLOPs of networks.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "NetworkFlops", DefaultParameterSetName = PathSet)]
[OutputType(typeof(NetworkCost), typeof(LayerCost))]
public sealed class MeasureNetworkFlopsCommand : NetworkInputCommandBase
{
    private IReadOnlyList<MeasureOptions> _options = [];

    /// <summary>Names of counting conventions, or paths of files that hold one, one row for each; wildcards are
    /// allowed.</summary>
    [Parameter(HelpMessage = "Names of counting conventions or paths of files, with wildcards")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConventionCompleter))]
    public string[] Convention { get; set; } = [ConventionCatalog.Default];

    /// <summary>What a row stands for: the network, a block, the layers of a kind, or a layer.</summary>
    [Parameter(HelpMessage = "What a row stands for")]
    public CostGrouping GroupBy { get; set; } = CostGrouping.Network;

    /// <summary>With -GroupBy Block: how many levels of the hierarchy name a block; 1 when left out.</summary>
    [Parameter(HelpMessage = "How many levels of the hierarchy name a block")]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 1;

    /// <summary>Fills the column Formula with the formulas and the numbers in them.</summary>
    [Parameter(HelpMessage = "Fills the column Formula")]
    public SwitchParameter Explain { get; set; }

    /// <summary>Makes an operation that the convention does not define an error that ends the call.</summary>
    [Parameter(HelpMessage = "Makes an uncounted operation an error")]
    public SwitchParameter Strict { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (GroupBy != CostGrouping.Block && MyInvocation.BoundParameters.ContainsKey(nameof(Depth)))
        {
            ThrowTerminatingError(Errors.DepthUnused(Depth));
        }

        Call(
            Convention,
            () => _options = [.. new ConventionNames(Paths).Find(Convention).Select(OptionsFor)]);
    }

    /// <inheritdoc/>
    private protected override void Use(Network network, ParameterSetting setting)
    {
        foreach (MeasureOptions options in _options)
        {
            foreach (CostRow row in CostCounter.Measure(network, options, Cancellation))
            {
                WriteObject(setting.Label(row));
            }
        }
    }

    private MeasureOptions OptionsFor(Convention convention) => new(convention)
    {
        GroupBy = GroupBy,
        Depth = Depth,
        Explain = Explain,
        Strict = Strict,
    };
}
