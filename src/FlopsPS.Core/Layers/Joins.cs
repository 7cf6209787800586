using System.Collections.Generic;
using FlopsPS.Operations;

namespace FlopsPS.Layers;

/// <summary>The kinds that join tensors element by element.</summary>
internal sealed class Joins : ILayerKindSource
{
    public IEnumerable<LayerKind> Kinds =>
    [
        new JoinKind("add", "The sum of its inputs; sizes of 1 stretch.", ElementwiseFunction.Add),
        new JoinKind("multiply", "The product of its inputs; sizes of 1 stretch.", ElementwiseFunction.Multiply),
    ];
}
