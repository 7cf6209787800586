namespace FlopsPS.Yaml.Writing;

/// <summary>A text for people, which stands behind its key on lines of its own.</summary>
internal sealed class YamlSentence
{
    public YamlSentence(string text) => Text = text;

    public string Text { get; }
}
