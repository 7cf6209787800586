using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;

namespace FlopsPS.Completion;

/// <summary>Completes names of conventions, then files.</summary>
internal sealed class ConventionCompleter : WordCompleter
{
    protected override IEnumerable<(string Text, string Meaning)> Words =>
        ConventionCatalog.All.Select(convention => (convention.Name, convention.Summary));

    protected override bool OffersFiles => true;
}
