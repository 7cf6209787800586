using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Counting;

/// <summary>Adds up what operations cost, exactly, and keeps account of those that have no price.</summary>
internal sealed class CostSum
{
    private readonly Figure _macs = new();
    private readonly Figure _flops = new();
    private Dictionary<string, long>? _uncounted;
    private long _operations;
    private long _missing;
    private long _bytes;
    private bool _hasUntyped;

    public long Parameters { get; private set; }

    /// <summary>The bytes of the parameters; null where the type of some is not known.</summary>
    public long? ParameterBytes => _hasUntyped ? null : _bytes;

    public long Buffers { get; private set; }

    /// <summary>The scales and zero points among the buffers.</summary>
    public long Scales { get; private set; }

    public long Activations { get; private set; }

    public long? Macs => _macs.Value;

    public long? Flops => _flops.Value;

    public double Coverage => _operations == 0 ? 1 : (double)(_operations - _missing) / _operations;

    /// <summary>The names of operations without a price, each with how often: einsum x2, foo.</summary>
    public string? Uncounted => _uncounted is null
        ? null
        : string.Join(", ", _uncounted.Select(pair =>
            pair.Value == 1 ? pair.Key : FormattableString.Invariant($"{pair.Key} x{pair.Value}")));

    /// <summary>The formula of the FLOPs, or of the MACs where the convention has no FLOPs.</summary>
    public string? Formula => (_flops.Value is null ? _macs : _flops).Formula;

    public void Add(Weight weight, Node node, Convention convention)
    {
        if (convention.IsParameter(weight, node))
        {
            Parameters += weight.Elements;
            _bytes += weight.DataType?.BytesOf(weight.Elements) ?? 0;
            _hasUntyped |= weight.DataType is null && weight.Elements > 0;
        }
        else if (!weight.IsTrainable)
        {
            Buffers += weight.Elements;
            Scales += weight.Role == WeightRole.Scale ? weight.Elements : 0;
        }
    }

    public void Add(Operation operation, Price price)
    {
        Add(price);
        Note(operation, price.Status);
    }

    /// <summary>Adds all operations of a layer, which have one price together.</summary>
    public void Add(IReadOnlyList<Operation> operations, Price price)
    {
        Add(price);
        foreach (Operation operation in operations)
        {
            Note(operation, price.StatusOf(operation));
        }
    }

    /// <summary>Adds a part of the whole; a formula names it by <paramref name="label"/>.</summary>
    public void Add(CostSum part, string label)
    {
        Parameters += part.Parameters;
        Buffers += part.Buffers;
        Scales += part.Scales;
        _bytes += part._bytes;
        _hasUntyped |= part._hasUntyped;
        Activations += part.Activations;
        _macs.Add(part._macs, label);
        _flops.Add(part._flops, label);
        _operations += part._operations;
        _missing += part._missing;
        foreach (KeyValuePair<string, long> miss in part._uncounted ?? [])
        {
            Miss(miss.Key, miss.Value);
        }
    }

    private void Add(Price price)
    {
        if (price.Status != PriceStatus.Free)
        {
            _macs.Add(price.Macs);
            _flops.Add(price.Flops);
        }
    }

    private void Note(Operation operation, PriceStatus status)
    {
        _operations++;
        if (operation is Contraction contraction)
        {
            Activations += contraction.Outputs;
        }

        if (status == PriceStatus.NotDefined)
        {
            _missing++;
            Miss(operation.Name, 1);
        }
    }

    private void Miss(string name, long times)
    {
        _uncounted ??= [];
        _uncounted.TryGetValue(name, out long before);
        _uncounted[name] = before + times;
    }
}
