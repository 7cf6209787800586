using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Completion;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Reading;
using FlopsPS.Variants;

namespace FlopsPS.Commands;

/// <summary>Counts parameters, multiply-accumulates and FLOPs of networks.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "NetworkFlops", DefaultParameterSetName = PathSet)]
[OutputType(typeof(NetworkCost), typeof(LayerCost))]
public sealed class MeasureNetworkFlopsCommand : NetworkFileCommandBase
{
    private const string NetworkSet = "Network";
    private const string LayerSet = "Layer";
    private const string ChainName = "layers";

    private readonly List<Layer> _layers = [];
    private IReadOnlyList<MeasureOptions> _options = [];

    /// <summary>Paths of files, or names of networks in the zoo; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = PathSet,
        ValueFromPipeline = true,
        HelpMessage = "Paths of files or names of zoo networks, with wildcards")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PathOrZooNetworkCompleter))]
    public string[] Path { get; set; } = [];

    /// <summary>Networks, as Import-Network, Get-ZooNetwork and New-Network make them.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = NetworkSet,
        ValueFromPipeline = true,
        HelpMessage = "Networks")]
    [ValidateNotNull]
    public Network[] Network { get; set; } = [];

    /// <summary>Layers, which are measured as one network, one behind the other; they need -InputShape.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = LayerSet,
        ValueFromPipeline = true,
        HelpMessage = "Layers in the order they run")]
    [ValidateNotNull]
    public Layer[] Layer { get; set; } = [];

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
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case LiteralPathSet:
                Array.ForEach(LiteralPath, path => Record(path, () => ReadFiles([Paths.Literal(path)], null, Measure)));
                break;
            case NetworkSet:
                Array.ForEach(Network, network => Measure(new NetworkOrigin(network), network.Name));
                break;
            case LayerSet:
                _layers.AddRange(Layer);
                break;
            default:
                Array.ForEach(Path, path => Record(path, () => ReadPathOrZoo(path, Measure)));
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_layers.Count > 0)
        {
            Call(ChainName, MeasureLayers);
        }

        base.EndProcessing();
    }

    private MeasureOptions OptionsFor(Convention convention) => new(convention)
    {
        GroupBy = GroupBy,
        Depth = Depth,
        Explain = Explain,
        Strict = Strict,
    };

    private void Measure(NetworkOrigin origin, string target) => Measure(origin, target, Variation);

    private void MeasureLayers()
    {
        Network chain = Networks.Network.Chain(ChainName, LayerChain.InputOf(_layers, InputShape, Layout), _layers);

        // The shape is in the chain already; what remains is the batch.
        Measure(new NetworkOrigin(chain), ChainName, new NetworkVariation(Parameter, null, null, BatchSize));
    }

    private void Measure(NetworkOrigin origin, string target, NetworkVariation variation)
    {
        foreach (ParameterSetting setting in variation.Sweep.For(origin.ParameterNames))
        {
            Record(target, () => Write(variation.Build(origin, setting, Cancellation), setting), setting.ToString());
        }
    }

    private void Write(Network network, ParameterSetting setting)
    {
        foreach (MeasureOptions options in _options)
        {
            foreach (CostRow row in CostCounter.Measure(network, options, Cancellation))
            {
                WriteObject(setting.Label(row));
            }
        }
    }
}
