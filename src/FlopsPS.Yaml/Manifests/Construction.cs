using System.Threading;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A network while it is being built from a manifest.</summary>
internal sealed class Construction
{
    // Steps that add no layer cost time too: skipped ones, empty blocks. Their number is limited as well.
    private const int MaximumSteps = 2 * NetworkBuilder.MaximumNodes;

    private readonly CancellationToken _cancellation;
    private int _steps;

    public Construction(Scope globals, CancellationToken cancellation)
    {
        Globals = globals;
        _cancellation = cancellation;
    }

    /// <summary>The manifest's parameters, which all blocks see.</summary>
    public Scope Globals { get; }

    public NetworkBuilder Builder { get; } = new();

    /// <summary>Counts a step; returns how many there are.</summary>
    /// <exception cref="NetworkException">There are too many.</exception>
    public int Advance()
    {
        _cancellation.ThrowIfCancellationRequested();
        return ++_steps <= MaximumSteps
            ? _steps
            : throw new NetworkException(
                ErrorCode.NetworkTooLarge, $"the network has more than {MaximumSteps} steps; is a repeat too large?");
    }
}
