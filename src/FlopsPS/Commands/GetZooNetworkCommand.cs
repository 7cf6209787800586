using System;
using System.Collections.Generic;
using System.Management.Automation;
using FlopsPS.Completion;
using FlopsPS.Networks;
using FlopsPS.Reading;

namespace FlopsPS.Commands;

/// <summary>The networks that ship with the module.</summary>
[Cmdlet(VerbsCommon.Get, "ZooNetwork")]
[OutputType(typeof(Network))]
public sealed class GetZooNetworkCommand : NetworkVariationCommandBase
{
    /// <summary>Names of networks; wildcards are allowed. All of them when it is left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, HelpMessage = "Names of networks, with wildcards")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ZooNetworkCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Array.ForEach(Name, name => Record(name, () =>
    {
        IReadOnlyList<NetworkTemplate> templates = NetworkZoo.Matching(name);
        if (templates.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            throw NetworkZoo.Unknown(name);
        }

        UseAll(templates, name, Write);
    }));
}
