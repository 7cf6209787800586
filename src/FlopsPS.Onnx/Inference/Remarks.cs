using System.Collections.Generic;

namespace FlopsPS.Onnx.Inference;

/// <summary>What is to be said of a network beside its rows, or of a branch if it is the one that runs.</summary>
internal sealed class Remarks
{
    private readonly List<string> _differences = [];
    private readonly List<string> _others = [];

    /// <summary>The remarks: of the shapes that are not as they are declared the first, then the others.</summary>
    public IEnumerable<string> All => _differences.Count switch
    {
        0 => _others,
        1 => [_differences[0], .. _others],
        int count => [$"{_differences[0]} (so it is with {count - 1} more)", .. _others],
    };

    public void Add(string remark) => _others.Add(remark);

    /// <summary>Adds that a shape is not as it is declared.</summary>
    public void AddDifference(string difference) => _differences.Add(difference);

    public void AddAll(Remarks others)
    {
        _differences.AddRange(others._differences);
        _others.AddRange(others._others);
    }
}
