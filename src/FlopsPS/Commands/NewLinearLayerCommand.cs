using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Layers;

namespace FlopsPS.Commands;

/// <summary>Makes a fully connected layer.</summary>
[Cmdlet(VerbsCommon.New, "LinearLayer")]
[OutputType(typeof(Layer))]
public sealed class NewLinearLayerCommand : NewLayerCommandBase
{
    /// <summary>The number of output features.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The number of output features")]
    [Alias("Out")]
    [WholeNumber]
    public long OutputFeature { get; set; }

    /// <summary>The number of input features. It is inferred; when given, it is checked.</summary>
    [Parameter(Position = 1, HelpMessage = "The number of input features, to be checked")]
    [Alias("In")]
    [WholeNumber]
    public long? InputFeature { get; set; }

    /// <summary>Leaves the bias out.</summary>
    [Parameter(HelpMessage = "Leaves the bias out")]
    public SwitchParameter NoBias { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IDictionary arguments = new OrderedDictionary { ["out"] = OutputFeature };
        Add(arguments, "in", InputFeature);
        Add(arguments, "bias", NoBias ? false : null);
        WriteLayer("linear", arguments);
    }
}
