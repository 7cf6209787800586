using FlopsPS.Networks;

namespace FlopsPS.Yaml.Syntax;

/// <summary>A node of the YAML tree, with its place.</summary>
internal abstract class SyntaxNode
{
    protected SyntaxNode(SourcePosition position) => Position = position;

    public SourcePosition Position { get; }

    /// <summary>The nodes below and with this one, aliases expanded.</summary>
    public long Size { get; protected set; } = 1;

    /// <summary>The levels below and with this one.</summary>
    public int Depth { get; protected set; } = 1;

    /// <summary>What to call the node in an error.</summary>
    public abstract string What { get; }

    /// <summary>The error for a node that has no place here.</summary>
    public NetworkException Invalid(string reason, ErrorCode code = ErrorCode.ManifestInvalid) =>
        new NetworkException(code, reason).At(layer: null, Position);
}
