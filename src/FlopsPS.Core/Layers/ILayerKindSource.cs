using System.Collections.Generic;

namespace FlopsPS.Layers;

/// <summary>Whatever contributes kinds to the catalogue: a kind itself, or a family of kinds that differ in a table.
/// </summary>
internal interface ILayerKindSource
{
    /// <summary>The kinds.</summary>
    IEnumerable<LayerKind> Kinds { get; }
}
