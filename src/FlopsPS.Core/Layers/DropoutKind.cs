using FlopsPS.Numbers;

namespace FlopsPS.Layers;

/// <summary>Dropout: hands on its input, as inference does.</summary>
/// <remarks>Source: torch.nn.Dropout.</remarks>
internal sealed class DropoutKind : FreeKind
{
    public DropoutKind()
        : base("dropout", "Drops elements in training; costs nothing at inference.")
    {
        Number("p", "Share of the elements that are dropped; changes no count.").Or(new Rational(1, 2));
    }
}
