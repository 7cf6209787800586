using System.Collections.Generic;
using System.Linq;
using FlopsPS.Reading;

namespace FlopsPS.Completion;

/// <summary>Completes formats.</summary>
internal sealed class FormatCompleter : WordCompleter
{
    protected override IEnumerable<(string Text, string Meaning)> Words =>
        NetworkReaders.Formats.Select(format => (format, format));
}
