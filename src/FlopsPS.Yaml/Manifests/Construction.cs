using System.Threading;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A network while it is being built from a manifest.</summary>
internal sealed class Construction
{
    // Steps that add no layer cost time too: skipped ones, empty blocks, tensors handed on. They are limited as well.
    private const int MaximumSteps = 3 * NetworkBuilder.MaximumNodes;

    private readonly CancellationToken _cancellation;
    private long _steps;
    private int _depth;

    public Construction(Scope globals, CancellationToken cancellation)
    {
        Globals = globals;
        _cancellation = cancellation;
    }

    /// <summary>The manifest's parameters, which all blocks see.</summary>
    public Scope Globals { get; }

    public NetworkBuilder Builder { get; } = new();

    /// <summary>Whether an input has another shape than the manifest gives it.</summary>
    public bool IsResized { get; set; }

    /// <summary>Counts steps.</summary>
    /// <exception cref="NetworkException">There are too many.</exception>
    public void Advance(int steps = 1)
    {
        _cancellation.ThrowIfCancellationRequested();
        _steps += steps;
        if (_steps > MaximumSteps)
        {
            throw new NetworkException(
                ErrorCode.NetworkTooLarge, $"the network has more than {MaximumSteps} steps; is a repeat too large?");
        }
    }

    /// <summary>Begins a list of layers inside another.</summary>
    /// <exception cref="NetworkException">It is too deep inside.</exception>
    public void Enter()
    {
        if (++_depth > SyntaxTree.MaximumDepth)
        {
            throw new NetworkException(
                ErrorCode.NetworkTooLarge,
                $"blocks and structures are nested deeper than {SyntaxTree.MaximumDepth} levels");
        }
    }

    /// <summary>Ends a list of layers.</summary>
    public void Leave() => _depth--;
}
