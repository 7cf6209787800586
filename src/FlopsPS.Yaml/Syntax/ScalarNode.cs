using FlopsPS.Networks;

namespace FlopsPS.Yaml.Syntax;

/// <summary>A single value: text, number, truth value, or nothing.</summary>
internal sealed class ScalarNode : SyntaxNode
{
    public ScalarNode(string text, bool isPlain, SourcePosition position)
        : base(position)
    {
        Text = text;
        IsPlain = isPlain;
    }

    public string Text { get; }

    /// <summary>Whether it stands without quotes, so that a column inside the text is a column of the file.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether nothing was written: an empty value, or YAML's null.</summary>
    public bool IsEmpty => IsPlain && Text is "" or "~" or "null";

    public override string What => IsEmpty ? "nothing" : $"'{Text}'";
}
