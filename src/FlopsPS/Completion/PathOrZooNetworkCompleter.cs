namespace FlopsPS.Completion;

/// <summary>Completes names of networks in the zoo, then files.</summary>
internal sealed class PathOrZooNetworkCompleter : ZooNetworkCompleter
{
    protected override bool OffersFiles => true;
}
