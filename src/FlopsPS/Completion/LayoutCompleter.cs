using System.Collections.Generic;
using System.Linq;
using FlopsPS.Tensors;

namespace FlopsPS.Completion;

/// <summary>Completes layouts.</summary>
internal sealed class LayoutCompleter : WordCompleter
{
    private const string Letters = "N batch, C channels, D depth, H height, W width, L length, T tokens, F features";

    protected override IEnumerable<(string Text, string Meaning)> Words =>
        Layouts.Names.Select(layout => (layout, Letters));
}
