using System;
using System.Collections.Generic;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Syntax;

/// <summary>A list of nodes.</summary>
internal sealed class ListNode : SyntaxNode
{
    private readonly List<SyntaxNode> _items = [];

    public ListNode(SourcePosition position)
        : base(position)
    {
    }

    public IReadOnlyList<SyntaxNode> Items => _items;

    public override string What => "a list";

    public void Add(SyntaxNode item)
    {
        _items.Add(item);
        Size += item.Size;
        Depth = Math.Max(Depth, item.Depth + 1);
    }
}
