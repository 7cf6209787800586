using System.Collections.Generic;
using System.Threading;

namespace FlopsPS.Networks;

/// <summary>What a network is made from again when a parameter, the batch or an input shape changes.</summary>
public abstract class NetworkTemplate
{
    /// <summary>The name of the network it makes.</summary>
    public abstract string Name { get; }

    /// <summary>The parameters that can be set, in the order of the manifest.</summary>
    public abstract IReadOnlyList<string> ParameterNames { get; }

    /// <summary>Whether sizes of inputs go to the template as they were given, since it cannot make a network to be asked
    /// before it knows them.</summary>
    public virtual bool FitsShapes => false;

    /// <summary>Makes the network.</summary>
    /// <exception cref="NetworkException">The request does not fit, or the network is wrong with these values.
    /// </exception>
    public abstract Network Build(NetworkRequest request, CancellationToken cancellation);
}
