using System.Collections.Generic;
using FlopsPS.Operations;

namespace FlopsPS.Layers;

/// <summary>The pools that know their output size instead of their window.</summary>
internal sealed class UnwindowedPools : ILayerKindSource
{
    public IEnumerable<LayerKind> Kinds =>
    [
        new AdaptivePoolKind("adaptiveavgpool", "Means over bins that make a given output size.", PoolingForm.Average),
        new AdaptivePoolKind("adaptivemaxpool", "Maxima over bins that make a given output size.", PoolingForm.Max),
        new GlobalPoolKind("globalavgpool", "The mean of each channel; spatial axes become 1.", PoolingForm.Average),
        new GlobalPoolKind("globalmaxpool", "The maximum of each channel; spatial axes become 1.", PoolingForm.Max),
    ];
}
