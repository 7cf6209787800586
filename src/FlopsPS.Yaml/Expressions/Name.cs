using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;

namespace FlopsPS.Yaml.Expressions;

/// <summary>A parameter or index; or, where no such name exists, a word that layers know, such as relu or same.
/// </summary>
internal sealed class Name : Expression
{
    // Names of axes are not among them: 'width' is a parameter that somebody forgot, not a word.
    private static readonly HashSet<string> s_words = new(
        LayerCatalog.Kinds.Select(kind => kind.Name).Concat(LayerCatalog.Kinds
            .SelectMany(kind => kind.Arguments)
            .Where(argument => argument.Type != ArgumentType.Axis)
            .SelectMany(argument => argument.Words)),
        StringComparer.Ordinal);

    private readonly int _offset;

    public Name(string text, int offset)
    {
        Text = text;
        _offset = offset;
    }

    public string Text { get; }

    public override IEnumerable<(string Text, int Offset)> Names => [(Text, _offset)];

    public override object Evaluate(Scope scope) =>
        scope.Find(Text) ?? (s_words.Contains(Text) ? Text : scope.Get(Text));
}
