using FlopsPS.Networks;

namespace FlopsPS.Counting;

/// <summary>The layers that share a row.</summary>
internal sealed class CostGroup
{
    /// <summary>The kind in a row of several layers that form a block.</summary>
    public const string BlockKind = "block";

    private readonly Node _first;
    private Node _last;

    public CostGroup(Node first, CostSum sum)
    {
        _first = first;
        _last = first;
        Sum = sum;
    }

    public CostSum Sum { get; }

    public void Add(Node node, CostSum cost)
    {
        _last = node;
        Sum.Add(cost, node.Layer.Kind);
    }

    public CostIdentity Identify(Network network, MeasureOptions options) => options.GroupBy == CostGrouping.Kind
        ? CostIdentity.OfKind(network, options, _first.Layer.Kind)
        : CostIdentity.OfLayers(network, options, KeyOf(_first, options), KindOf(options), _first, _last);

    /// <summary>What the layers of a group have in common.</summary>
    public static string KeyOf(Node node, MeasureOptions options) => options.GroupBy switch
    {
        CostGrouping.Kind => node.Layer.Kind,
        CostGrouping.Block => Head(node.Path, options.Depth),
        _ => node.Path,
    };

    private string KindOf(MeasureOptions options) =>
        KeyOf(_first, options) == _first.Path ? _first.Layer.Kind : BlockKind;

    private static string Head(string path, int segments)
    {
        int end = -1;
        for (int i = 0; i < segments; i++)
        {
            end = path.IndexOf('/', end + 1);
            if (end < 0)
            {
                return path;
            }
        }

        return path.Substring(0, end);
    }
}
