namespace FlopsPS.Layers;

/// <summary>Hands on its input.</summary>
internal sealed class IdentityKind : FreeKind
{
    public IdentityKind()
        : base("identity", "Hands on its input unchanged.")
    {
    }
}
