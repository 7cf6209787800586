using System.Collections.Generic;

namespace FlopsPS.Completion;

/// <summary>Completes the word that groups may be.</summary>
internal sealed class GroupsCompleter : WordCompleter
{
    protected override IEnumerable<(string Text, string Meaning)> Words =>
        [("depthwise", "One group per input channel")];
}
