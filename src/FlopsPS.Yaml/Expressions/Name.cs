using FlopsPS.Layers;

namespace FlopsPS.Yaml.Expressions;

/// <summary>A parameter or index; or, where no such name exists, the name of a layer kind, as a word.</summary>
internal sealed class Name : Expression
{
    public Name(string text) => Text = text;

    public string Text { get; }

    public override object Evaluate(Scope scope) =>
        scope.Find(Text) ?? (LayerCatalog.Find(Text) is null ? scope.Get(Text) : Text);
}
