using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Completion;
using FlopsPS.Networks;
using FlopsPS.Reading;
using FlopsPS.Variants;

namespace FlopsPS.Commands;

/// <summary>A cmdlet that can have networks other than they are in their files.</summary>
public abstract class NetworkVariationCommandBase : NetworkCommandBase
{
    private readonly HashSet<string> _warnings = [];

    private protected NetworkVariationCommandBase()
    {
    }

    /// <summary>
    /// Values for the parameters of the network by name: @{ width = 32; resolution = 192 }; for an ONNX model the sizes
    /// of the dimensions that it leaves open: @{ batch = 1; sequence = 128 }.
    /// </summary>
    [Parameter(HelpMessage = "Values for the network's parameters: @{ width = 32 }")]
    [Alias("Dimension")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NetworkParameterCompleter))]
    public IDictionary? Parameter { get; set; }

    /// <summary>
    /// The sizes of the input, e.g. 28x28x3 or 28,28,3; for a network with several inputs a table by input name:
    /// @{ image = '3x224x224' }. In the network's own order unless -Layout is given; the batch may be left out.
    /// </summary>
    [Parameter(HelpMessage = "The sizes of the input, e.g. 28x28x3")]
    [ValidateNotNull]
    [InputSizes]
    public InputSizes? InputShape { get; set; }

    /// <summary>The order of the sizes of -InputShape, e.g. NHWC.</summary>
    [Parameter(HelpMessage = "The order of the sizes of -InputShape, e.g. NHWC")]
    [ArgumentCompleter(typeof(LayoutCompleter))]
    public string? Layout { get; set; }

    /// <summary>The batch size; 1 unless the network says otherwise.</summary>
    [Parameter(HelpMessage = "The batch size")]
    [WholeNumber]
    [ValidateRange(1L, long.MaxValue)]
    public long? BatchSize { get; set; }

    /// <summary>What the parameters above ask for.</summary>
    private protected NetworkVariation Variation { get; private set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Layout is not null && InputShape is null)
        {
            ThrowTerminatingError(Errors.LayoutUnused(Layout));
        }

        Call(
            target: null,
            () => Variation = new NetworkVariation(Parameter, InputShape, Layout, BatchSize));
    }

    /// <summary>Uses each network of a file or of the zoo.</summary>
    private protected void UseAll(
        IEnumerable<NetworkTemplate> templates, string target, Action<NetworkOrigin, string> use)
    {
        foreach (NetworkTemplate template in templates)
        {
            Cancellation.ThrowIfCancellationRequested();
            use(new NetworkOrigin(template), target);
        }
    }

    /// <summary>The network for one setting of its parameters. What is odd about its file is said when it is first made
    /// of it.</summary>
    /// <exception cref="NetworkException">The setting, or a shape, does not fit the network.</exception>
    private protected Network Make(NetworkOrigin origin, ParameterSetting setting, NetworkVariation? variation = null)
    {
        Network network = (variation ?? Variation).Build(origin, setting, Cancellation);
        foreach (string warning in origin.IsFile ? network.Warnings : [])
        {
            if (_warnings.Add(warning))
            {
                WriteWarning(warning);
            }
        }

        return network;
    }

    /// <summary>Writes the network that the parameters ask for.</summary>
    private protected void Write(NetworkOrigin origin, string target)
    {
        if (Variation.Sweep.SweptName is { } name)
        {
            ThrowTerminatingError(Errors.SweepUnused(name));
        }

        foreach (ParameterSetting setting in Variation.Sweep.For(origin.ParameterNames))
        {
            Record(target, () => WriteObject(Make(origin, setting)));
        }
    }
}
