using System.Collections.Generic;

namespace FlopsPS.Completion;

/// <summary>Completes the words that padding may be.</summary>
internal sealed class PaddingCompleter : WordCompleter
{
    protected override IEnumerable<(string Text, string Meaning)> Words =>
    [
        ("same", "As much as keeps the output at ceil(size / stride)"),
        ("valid", "No padding"),
    ];
}
