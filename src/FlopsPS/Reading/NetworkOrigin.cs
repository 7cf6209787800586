using System.Collections.Generic;
using System.Threading;
using FlopsPS.Networks;

namespace FlopsPS.Reading;

/// <summary>What networks are made from: the template of a file, or a network that was made before.</summary>
internal sealed class NetworkOrigin
{
    private readonly NetworkTemplate? _template;
    private readonly Network? _network;

    public NetworkOrigin(NetworkTemplate template) => _template = template;

    public NetworkOrigin(Network network) => _network = network;

    /// <summary>The name of the network.</summary>
    public string Name => _template?.Name ?? _network!.Name;

    /// <summary>Whether it is the template of a file.</summary>
    public bool IsFile => _template is not null;

    /// <summary>The parameters that can be set, in the order of the manifest.</summary>
    public IReadOnlyList<string> ParameterNames => _template?.ParameterNames ?? _network!.ParameterNames;

    /// <summary>Whether sizes of inputs go to the file's template as they were given.</summary>
    public bool FitsShapes => _template?.FitsShapes ?? _network!.FitsShapes;

    /// <summary>Makes the network that is asked for.</summary>
    /// <exception cref="NetworkException">The request does not fit.</exception>
    public Network Build(NetworkRequest request, CancellationToken cancellation) =>
        _template?.Build(request, cancellation) ?? _network!.With(request, cancellation);
}
