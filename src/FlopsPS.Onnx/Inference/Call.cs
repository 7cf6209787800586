using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Operators;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Inference;

/// <summary>An operator at its place: what goes in, its attributes, and what its rule says comes out.</summary>
internal sealed class Call
{
    private readonly List<Value> _outputs = [];

    public Call(string path, NodeModel node, Operator @operator, long version, IReadOnlyList<Value?> inputs)
    {
        Path = path;
        Node = node;
        Operator = @operator;
        Version = version;
        Inputs = inputs;
    }

    public string Path { get; }

    public NodeModel Node { get; }

    public Operator Operator { get; }

    /// <summary>The version of ONNX's operators that is meant.</summary>
    public long Version { get; }

    /// <summary>What goes in; null for an optional input that is left out.</summary>
    public IReadOnlyList<Value?> Inputs { get; }

    public IReadOnlyList<Value> Outputs => _outputs;

    /// <summary>Whether the node does not run, as in the branch that is not taken.</summary>
    public bool IsIdle { get; set; }

    /// <summary>Whether what it makes is known before data come.</summary>
    public bool IsFolded { get; set; }

    /// <summary>Why the call cannot be counted; null when it can.</summary>
    public string? Unknown { get; private set; }

    /// <summary>Whether an input is there.</summary>
    public bool Has(int index) => Find(index) is not null;

    /// <summary>An input, or null.</summary>
    public Value? Find(int index) => index < Inputs.Count ? Inputs[index] : null;

    /// <summary>An input that must be there.</summary>
    public Value Input(int index) => Find(index)
        ?? throw new NetworkException(ErrorCode.ModelInvalid, $"{Node.Operator} lacks input {index}");

    /// <summary>The sizes of an input.</summary>
    public long[] Sizes(int index) => Input(index).Sizes ?? throw UnknownShapeException.Of(
        Input(index), "has a shape that depends on data");

    /// <summary>The sizes of an input that must have so many axes.</summary>
    public long[] Sizes(int index, int least)
    {
        long[] sizes = Sizes(index);
        return sizes.Length >= least
            ? sizes
            : throw Mismatch($"input {index} is {Dims.Text(sizes)}, but at least {least} axes are needed");
    }

    /// <summary>The sizes of an input that is joined with others element by element, as they are aligned at the last
    /// axis. Until version 6 an attribute may name the axis at which the second input begins.</summary>
    public long[] Aligned(int index)
    {
        long[] sizes = Sizes(index);
        if (index != 1 || Version > 6 || Attribute("axis")?.Whole is not { } axis)
        {
            return sizes;
        }

        int rank = Sizes(0).Length;
        int behind = rank - Dims.Axis(axis, rank) - sizes.Length;
        return behind >= 0
            ? [.. sizes, .. Enumerable.Repeat(1L, behind)]
            : throw Mismatch($"{Dims.Text(sizes)} does not fit {Dims.Text(Sizes(0))} from axis {axis} on");
    }

    /// <summary>The elements of an input that the shape of the output depends on.</summary>
    public Elements Elements(int index) => Input(index).Elements
        ?? throw UnknownShapeException.Of(Input(index), "is not known before the network runs");

    /// <summary>The elements of an input, as whole numbers.</summary>
    public long[] Wholes(int index) => Elements(index).Whole;

    /// <summary>A whole number from an attribute.</summary>
    public long Whole(string name, long standard) => Attribute(name)?.Whole ?? standard;

    /// <summary>A whole number from an attribute that must be there.</summary>
    public long Whole(string name) => Attribute(name)?.Whole
        ?? throw new NetworkException(ErrorCode.ModelInvalid, $"{Node.Operator} lacks the attribute '{name}'");

    public double Real(string name, double standard) => Attribute(name)?.Real ?? standard;

    public string Text(string name, string standard) => Attribute(name)?.Text ?? standard;

    /// <summary>The whole numbers of an attribute; null when it is not given.</summary>
    public long[]? List(string name) => Attribute(name) is { } attribute ? [.. attribute.Wholes] : null;

    /// <summary>The whole numbers of an input, or of the attribute that held them in older versions; null when neither
    /// is given.</summary>
    public long[]? List(int index, string name) => Has(index) ? Wholes(index) : List(name);

    public AttributeModel? Attribute(string name) =>
        Node.Attributes.TryGetValue(name, out AttributeModel? attribute) ? attribute : null;

    /// <summary>States the next output.</summary>
    public Value Output(long[] sizes, ElementType type, Elements? elements = null) => Hand(
        new Value(string.Empty, type, sizes)
        {
            Elements = type == ElementType.Single ? elements?.Rounded() : elements,
        });

    /// <summary>States the next output, of the type of the first input.</summary>
    public Value Output(long[] sizes, Elements? elements = null) => Output(sizes, Input(0).Type, elements);

    /// <summary>States that a value comes out next.</summary>
    public Value Hand(Value value)
    {
        _outputs.Add(value);
        return value;
    }

    /// <summary>Gives up on the call: what comes out is what the file declares of it, or unknown.</summary>
    public void Abandon(string reason, IEnumerable<Value> declared)
    {
        Unknown = reason;
        _outputs.Clear();
        _outputs.AddRange(declared);
        string since = Inputs.Select(input => input?.UnknownSince).FirstOrDefault(reason => reason is not null)
            ?? (ReferenceEquals(Operator, OperatorTable.Unknown)
                ? $"what {Node.FullOperator} makes is not known"
                : $"what {Node.Operator} makes depends on data");
        foreach (Value output in _outputs.Where(output => output.Sizes is null))
        {
            output.UnknownSince = since;
        }
    }

    /// <summary>The elements that come out when these places of the first input are taken; null when they are not
    /// known.</summary>
    public Elements? Picked(long[] sizes, System.Func<int[]> places) =>
        Inputs[0]?.Elements is { } elements && Tensors.Elements.AreFew(sizes) ? elements.Pick(places()) : null;

    /// <summary>The error for shapes that do not fit the operator.</summary>
    public static NetworkException Mismatch(string reason) => new(ErrorCode.ShapeMismatch, reason);
}
