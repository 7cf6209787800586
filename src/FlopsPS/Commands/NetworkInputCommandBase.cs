using System;
using System.Collections.Generic;
using System.Management.Automation;
using FlopsPS.Completion;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Reading;
using FlopsPS.Variants;

namespace FlopsPS.Commands;

/// <summary>A cmdlet that takes networks: as files, by name, as objects, or as layers one behind the other.</summary>
public abstract class NetworkInputCommandBase : NetworkFileCommandBase
{
    private const string NetworkSet = "Network";
    private const string LayerSet = "Layer";
    private const string ChainName = "layers";

    private readonly List<Layer> _layers = [];

    private protected NetworkInputCommandBase()
    {
    }

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

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case LiteralPathSet:
                Array.ForEach(LiteralPath, path => Record(path, () => ReadFiles([Paths.Literal(path)], null, Build)));
                break;
            case NetworkSet:
                Array.ForEach(Network, network => Build(new NetworkOrigin(network), network.Name));
                break;
            case LayerSet:
                _layers.AddRange(Layer);
                break;
            default:
                Array.ForEach(Path, path => Record(path, () => ReadPathOrZoo(path, Build)));
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_layers.Count > 0)
        {
            Call(ChainName, BuildChain);
        }

        base.EndProcessing();
    }

    /// <summary>Does what the cmdlet is for with a network, made for one setting of its parameters.</summary>
    private protected abstract void Use(Network network, ParameterSetting setting);

    private void Build(NetworkOrigin origin, string target) => Build(origin, target, Variation);

    private void BuildChain()
    {
        Network chain = Networks.Network.Chain(ChainName, LayerChain.InputOf(_layers, InputShape, Layout), _layers);

        // The shape is in the chain already; what remains is the batch.
        Build(new NetworkOrigin(chain), ChainName, new NetworkVariation(Parameter, null, null, BatchSize));
    }

    private void Build(NetworkOrigin origin, string target, NetworkVariation variation)
    {
        foreach (ParameterSetting setting in variation.Sweep.For(origin.ParameterNames))
        {
            Record(target, () => Use(Make(origin, setting, variation), setting), setting.ToString());
        }
    }
}
