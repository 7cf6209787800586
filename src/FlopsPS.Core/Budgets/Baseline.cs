using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Networks;

namespace FlopsPS.Budgets;

/// <summary>What networks cost at one time under one convention, to compare with later.</summary>
public sealed class Baseline
{
    private readonly IReadOnlyDictionary<string, BaselineNetwork> _networks;

    /// <summary>A baseline of networks with different names.</summary>
    public Baseline(string convention, IEnumerable<BaselineNetwork> networks)
    {
        Convention = convention;
        _networks = networks.ToDictionary(network => network.Name, StringComparer.Ordinal);
    }

    /// <summary>The name of the convention of every figure in it.</summary>
    public string Convention { get; }

    /// <summary>The convention itself.</summary>
    /// <exception cref="NetworkException">It is not built in, so that the name alone does not tell it.</exception>
    public Convention BuiltInConvention => ConventionCatalog.Find(Convention)
        ?? throw new NetworkException(
            ErrorCode.ConventionUnknown,
            $"The baseline counts by the convention '{Convention}', which is not built in; give its file as the "
            + "convention.");

    /// <summary>The networks sorted by name.</summary>
    public IEnumerable<BaselineNetwork> Networks =>
        _networks.Values.OrderBy(network => network.Name, StringComparer.Ordinal);

    /// <summary>The network of this name, or null.</summary>
    public BaselineNetwork? Find(string name) =>
        _networks.TryGetValue(name, out BaselineNetwork? network) ? network : null;

    /// <summary>Refuses a comparison under another convention.</summary>
    /// <exception cref="NetworkException">The conventions differ.</exception>
    public void Require(Convention convention)
    {
        if (!convention.Name.Equals(Convention, StringComparison.OrdinalIgnoreCase))
        {
            throw new NetworkException(
                ErrorCode.ConventionMismatch,
                $"The baseline counts by the convention {Convention}, so figures of {convention.Name} cannot be "
                + $"compared with it: measure by {Convention}, or write a baseline of {convention.Name}.");
        }
    }
}
