using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What a convention says an operation costs.</summary>
public readonly struct Price
{
    private Price(PriceStatus status, Amount? macs, Amount? flops)
    {
        Status = status;
        Macs = macs;
        Flops = flops;
    }

    /// <summary>The operation costs nothing, by declaration.</summary>
    public static Price Free { get; } = new(PriceStatus.Free, null, null);

    /// <summary>The convention has no rule for the operation.</summary>
    public static Price NotDefined { get; } = new(PriceStatus.NotDefined, null, null);

    /// <summary>Counted, free or not defined.</summary>
    public PriceStatus Status { get; }

    /// <summary>The multiply-accumulates, or null when they are not defined.</summary>
    public Amount? Macs { get; }

    /// <summary>The FLOPs, or null when they are not defined.</summary>
    public Amount? Flops { get; }

    /// <summary>A counted operation; a figure that is null is not defined.</summary>
    public static Price Counted(Amount? macs, Amount? flops) => new(PriceStatus.Counted, macs, flops);

    /// <summary>Only one of the two figures is defined: what is known is kept, and the operation counts as uncounted.
    /// </summary>
    public static Price Partial(Amount? macs, Amount? flops) => new(PriceStatus.NotDefined, macs, flops);
}
