using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Pictures;

/// <summary>
/// Places the branches of a hierarchy: each as wide as it costs, its parts below it. What costs nothing has no place.
/// Neighbours that are too narrow share a rectangle; what is too narrow is widened until all fits into a picture of
/// bounded size.
/// </summary>
internal sealed class IcicleLayout
{
    // Enough for one pixel of a wide picture, and for as many rectangles as a page holds without being slow.
    private const int FinestParts = 1200;
    private const int MostBoxes = 800;

    private readonly List<IcicleBox> _boxes = [];
    private readonly Queue<IcicleBox> _open = new();
    private readonly CostBranch _root;

    private IcicleLayout(CostBranch root, int parts)
    {
        _root = root;
        Parts = parts;
        if (root.Total > 0)
        {
            Add(new IcicleBox(0, 0, root.Total, [root], IsOpen: true));
        }

        while (_open.Count > 0 && _boxes.Count <= MostBoxes)
        {
            PlaceParts(_open.Dequeue());
        }
    }

    /// <summary>The rectangles, level by level, each from left to right.</summary>
    public IReadOnlyList<IcicleBox> Boxes => _boxes;

    /// <summary>What costs less than the whole divided by this shares a rectangle with its neighbours.</summary>
    public int Parts { get; }

    /// <summary>The number of levels.</summary>
    public int Levels => _boxes.Count == 0 ? 0 : _boxes[_boxes.Count - 1].Level + 1;

    /// <summary>The layers that cost something and have no rectangle of their own.</summary>
    public int MergedLayers => _boxes
        .Where(box => !box.IsOpen)
        .Sum(box => box.Branches.Sum(branch => branch.CostlyLayers) - (IsSingle(box) ? 1 : 0));

    /// <summary>Places a hierarchy.</summary>
    public static IcicleLayout Of(CostBranch root)
    {
        // Ends: with one part a level has two rectangles at most, and there are few levels.
        for (int parts = FinestParts; ; parts /= 2)
        {
            var layout = new IcicleLayout(root, parts);
            if (layout._boxes.Count <= MostBoxes)
            {
                return layout;
            }
        }
    }

    /// <summary>Whether a rectangle is that of a single layer.</summary>
    public static bool IsSingle(IcicleBox box) => box.Branches.Count == 1 && box.Branches[0].Children.Count == 0;

    private void PlaceParts(IcicleBox box)
    {
        var narrow = new List<CostBranch>();
        long offset = box.Offset;
        long narrowCost = 0;
        foreach (CostBranch part in box.Branches[0].Children.Where(part => part.Total > 0))
        {
            if ((decimal)part.Total * Parts < _root.Total)
            {
                narrow.Add(part);
                narrowCost += part.Total;
                continue;
            }

            Flush();
            Add(new IcicleBox(box.Level + 1, offset, part.Total, [part], part.Children.Count > 0));
            offset += part.Total;
        }

        Flush();

        void Flush()
        {
            if (narrow.Count > 0)
            {
                Add(new IcicleBox(box.Level + 1, offset, narrowCost, [.. narrow], IsOpen: false));
                offset += narrowCost;
                narrowCost = 0;
                narrow.Clear();
            }
        }
    }

    private void Add(IcicleBox box)
    {
        _boxes.Add(box);
        if (box.IsOpen)
        {
            _open.Enqueue(box);
        }
    }
}
