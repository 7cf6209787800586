using System;

namespace FlopsPS.Yaml.Expressions;

/// <summary>An expression that cannot be read or computed; whoever knows the place makes a NetworkException of it.
/// </summary>
internal sealed class ExpressionException : Exception
{
    public ExpressionException(string reason, int offset = 0)
        : base(reason)
    {
        Offset = offset;
    }

    public ExpressionException(string reason, Exception inner)
        : base(reason, inner)
    {
    }

    /// <summary>Where in the text, from 0.</summary>
    public int Offset { get; }
}
