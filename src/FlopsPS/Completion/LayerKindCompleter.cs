using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;

namespace FlopsPS.Completion;

/// <summary>Completes names of layer kinds.</summary>
internal sealed class LayerKindCompleter : WordCompleter
{
    protected override IEnumerable<(string Text, string Meaning)> Words =>
        LayerCatalog.Kinds.Select(kind => (kind.Name, kind.Summary));
}
