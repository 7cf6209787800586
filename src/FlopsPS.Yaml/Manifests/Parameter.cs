using FlopsPS.Networks;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A parameter of a manifest or block.</summary>
internal sealed class Parameter
{
    public Parameter(string name, Value? @default, SourcePosition position)
    {
        Name = name;
        Default = @default;
        Position = position;
    }

    public string Name { get; }

    /// <summary>The value when none is given; null when one must be given.</summary>
    public Value? Default { get; }

    public SourcePosition Position { get; }
}
