using System;
using FlopsPS.Numbers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>What a convention says an operation costs.</summary>
public readonly struct Price
{
    private readonly Func<Operation, bool>? _leavesOut;

    private Price(PriceStatus status, Amount? macs, Amount? flops, Func<Operation, bool>? leavesOut = null)
    {
        Status = status;
        Macs = macs;
        Flops = flops;
        _leavesOut = leavesOut;
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

    /// <summary>The same price of a layer, which leaves some of its operations out: those are not defined.</summary>
    public Price Without(Func<Operation, bool> isLeftOut) => new(Status, Macs, Flops, isLeftOut);

    /// <summary>How an operation of the layer ended that has this price as a whole.</summary>
    public PriceStatus StatusOf(Operation operation) => operation is Movement ? PriceStatus.Free
        : _leavesOut is { } leavesOut && leavesOut(operation) ? PriceStatus.NotDefined
        : Status;

    /// <summary>A counted operation; a figure that is null is not defined.</summary>
    public static Price Counted(Amount? macs, Amount? flops) => new(PriceStatus.Counted, macs, flops);

    /// <summary>Only one of the two figures is defined: what is known is kept, and the operation counts as uncounted.
    /// </summary>
    public static Price Partial(Amount? macs, Amount? flops) => new(PriceStatus.NotDefined, macs, flops);
}
