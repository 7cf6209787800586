using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Completion;
using FlopsPS.Layers;

namespace FlopsPS.Commands;

/// <summary>Makes a convolution over 1, 2 or 3 spatial axes.</summary>
[Cmdlet(VerbsCommon.New, "ConvLayer")]
[OutputType(typeof(Layer))]
public sealed class NewConvLayerCommand : NewLayerCommandBase
{
    /// <summary>The number of output channels.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The number of output channels")]
    [Alias("Out")]
    [WholeNumber]
    public long OutputChannel { get; set; }

    /// <summary>The kernel size: one number for all spatial axes, or one per axis as 3,5 or 3x5.</summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "The kernel size: 3, or 3x5")]
    [Sizes]
    public long[] Kernel { get; set; } = [];

    /// <summary>The number of input channels. It is inferred; when given, it is checked.</summary>
    [Parameter(HelpMessage = "The number of input channels, to be checked")]
    [Alias("In")]
    [WholeNumber]
    public long? InputChannel { get; set; }

    /// <summary>The step of the kernel; 1 when left out.</summary>
    [Parameter(HelpMessage = "The step of the kernel")]
    [Sizes]
    public long[]? Stride { get; set; }

    /// <summary>
    /// The zeros around the input: sizes, same (keeps ceil(size / stride)) or valid (none); none when left out.
    /// </summary>
    [Parameter(HelpMessage = "The zeros around the input: a size, same or valid")]
    [RawValue]
    [ArgumentCompleter(typeof(PaddingCompleter))]
    public object? Padding { get; set; }

    /// <summary>The distance between the taps of the kernel; 1 when left out.</summary>
    [Parameter(HelpMessage = "The distance between the taps of the kernel")]
    [Sizes]
    public long[]? Dilation { get; set; }

    /// <summary>The groups of channels that do not see each other; depthwise is one per input channel.</summary>
    [Parameter(HelpMessage = "The number of groups, or depthwise")]
    [RawValue]
    [ArgumentCompleter(typeof(GroupsCompleter))]
    public object? Groups { get; set; }

    /// <summary>Leaves the bias out.</summary>
    [Parameter(HelpMessage = "Leaves the bias out")]
    public SwitchParameter NoBias { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IDictionary arguments = new OrderedDictionary { ["out"] = OutputChannel, ["kernel"] = Kernel };
        Add(arguments, "stride", Stride);
        Add(arguments, "padding", Padding);
        Add(arguments, "dilation", Dilation);
        Add(arguments, "groups", Groups);
        Add(arguments, "in", InputChannel);
        Add(arguments, "bias", NoBias ? false : null);
        WriteLayer("conv", arguments);
    }
}
