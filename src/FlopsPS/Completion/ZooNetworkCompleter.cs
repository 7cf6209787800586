using System.Collections.Generic;
using System.Linq;
using FlopsPS.Reading;

namespace FlopsPS.Completion;

/// <summary>Completes names of networks in the zoo.</summary>
internal class ZooNetworkCompleter : WordCompleter
{
    protected sealed override IEnumerable<(string Text, string Meaning)> Words =>
        NetworkZoo.All.Select(template => (template.Name, "A network of the zoo"));
}
