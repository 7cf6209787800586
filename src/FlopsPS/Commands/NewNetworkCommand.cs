using System.Collections.Generic;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Completion;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Commands;

/// <summary>Makes a network of layers, one behind the other.</summary>
[Cmdlet(VerbsCommon.New, "Network")]
[OutputType(typeof(Network))]
public sealed class NewNetworkCommand : NetworkCommandBase
{
    private readonly List<Layer> _layers = [];

    /// <summary>The name of the network.</summary>
    [Parameter(Position = 0, HelpMessage = "The name of the network")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "network";

    /// <summary>
    /// The sizes of the input: 1x3x224x224, batch first and channels before space; in the order of -Layout when that is
    /// given, and then the batch may be left out.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "The sizes of the input, e.g. 1x3x224x224")]
    [InputSizes]
    public InputSizes InputShape { get; set; } = null!;

    /// <summary>The order of the sizes of -InputShape, e.g. NHWC.</summary>
    [Parameter(HelpMessage = "The order of the sizes, e.g. NHWC")]
    [ArgumentCompleter(typeof(LayoutCompleter))]
    public string? Layout { get; set; }

    /// <summary>The layers, in the order they run.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "The layers in order")]
    [ValidateNotNull]
    public Layer[] Layer { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _layers.AddRange(Layer);

    /// <inheritdoc/>
    protected override void EndProcessing() => Call(Name, () =>
    {
        if (_layers.Count == 0)
        {
            throw new NetworkException(ErrorCode.ArgumentMissing, $"No layer came in for the network '{Name}'.");
        }

        WriteObject(Network.Chain(Name, InputShape.OfLayers(Layout), _layers, Layout?.ToUpperInvariant()));
    });
}
