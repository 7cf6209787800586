using System;
using System.IO;
using System.Management.Automation;
using FlopsPS.Networks;
using FlopsPS.Reading;

namespace FlopsPS.Commands;

/// <summary>Writes networks as YAML manifests, whatever they were read from.</summary>
[Cmdlet(VerbsData.Export, "Network", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportNetworkCommand : FileOutputCommandBase
{
    private ManifestFiles? _files;

    /// <summary>Networks, as Import-Network, Get-ZooNetwork and New-Network make them.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, HelpMessage = "Networks")]
    [Alias("InputObject")]
    [ValidateNotNull]
    public Network[] Network { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _files = new(Target);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Array.ForEach(Network, network => Record(
        network.Name,
        () => WriteFile(_files!.FileOf(network), Abandonable(() => ManifestFiles.TextOf(network, Cancellation)))));
}
