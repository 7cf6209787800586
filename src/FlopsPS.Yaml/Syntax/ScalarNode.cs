using FlopsPS.Networks;

namespace FlopsPS.Yaml.Syntax;

/// <summary>A single value: text, number, truth value, or nothing.</summary>
internal sealed class ScalarNode : SyntaxNode
{
    private readonly bool _isPlain;
    private readonly int? _column;

    /// <summary>A scalar.</summary>
    /// <param name="text">The text without quotes.</param>
    /// <param name="isPlain">Whether it stands without quotes.</param>
    /// <param name="position">Where it begins, with its anchor or quotes.</param>
    /// <param name="column">Where the text itself begins, when it stands in one line as it is.</param>
    public ScalarNode(string text, bool isPlain, SourcePosition position, int? column = null)
        : base(position)
    {
        Text = text;
        _isPlain = isPlain;
        _column = column;
    }

    public string Text { get; }

    /// <summary>Whether nothing was written: an empty value, or YAML's null.</summary>
    public bool IsEmpty => _isPlain && Text is "" or "~" or "null";

    public override string What => IsEmpty ? "nothing" : $"'{Text}'";

    /// <summary>The place of a character of the text; the scalar's own where the two cannot be matched.</summary>
    public SourcePosition PositionOf(int offset) =>
        _column is { } column ? new(Position.File, Position.Line, column + offset) : Position;
}
