using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;

namespace FlopsPS.Comparing;

/// <summary>What a convention charges for an operation, or for all of a layer, in one figure.</summary>
internal readonly struct Charge
{
    private Charge(long value, bool isMissed, bool isFree)
    {
        Value = value;
        IsMissed = isMissed;
        IsFree = isFree;
    }

    /// <summary>The count; 0 where there is none.</summary>
    public long Value { get; }

    /// <summary>Whether the convention does not define the figure.</summary>
    public bool IsMissed { get; }

    /// <summary>Whether the convention declares it to cost nothing.</summary>
    public bool IsFree { get; }

    public static Charge Of(Price price, ComparedFigure figure)
    {
        bool isFree = price.Status == PriceStatus.Free;
        return (figure == ComparedFigure.Flops ? price.Flops : price.Macs) is { } amount
            ? new(amount.Value, isMissed: false, isFree)
            : new(0, !isFree, isFree);
    }

    /// <summary>The charge for all of a layer; what is known of it is not missed.</summary>
    public static Charge Of(LayerPrice price, ComparedFigure figure)
    {
        if (price.Whole is { } whole)
        {
            return Of(whole, figure);
        }

        Charge[] parts = [.. price.Parts.Select(part => Of(part, figure))];
        return new(
            parts.Sum(part => part.Value),
            parts.Any(part => part.IsMissed) && parts.All(part => part.IsMissed || part.IsFree),
            parts.All(part => part.IsFree));
    }
}
