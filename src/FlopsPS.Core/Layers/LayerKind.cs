using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// One kind of layer: its arguments, the rule for its output shape, and what it is in weights and primitive operations.
/// </summary>
/// <remarks>A kind is one file: derive, declare the arguments in the constructor, and the catalogue finds it.</remarks>
public abstract class LayerKind : ILayerKindSource
{
    private readonly List<Argument> _arguments = [];

    /// <summary>Names the kind and says in one sentence what it does.</summary>
    protected LayerKind(string name, string summary)
    {
        Name = name;
        Summary = summary;
    }

    /// <summary>The name as a manifest spells it.</summary>
    public string Name { get; }

    /// <summary>One sentence for help and editors.</summary>
    public string Summary { get; }

    /// <summary>The formulas, for help: parameters and multiply-accumulates in the notation of torch's documentation.
    /// </summary>
    public virtual string Formula => "no parameters, no multiply-accumulates";

    /// <summary>The arguments in the order of help.</summary>
    public IReadOnlyList<Argument> Arguments => _arguments;

    /// <summary>Whether the kind holds other layers and so exists in manifests only.</summary>
    public virtual bool IsStructure => false;

    IEnumerable<LayerKind> ILayerKindSource.Kinds => [this];

    /// <summary>The smallest and largest number of tensors the kind takes.</summary>
    internal virtual (int Least, int Most) InputCount => (1, 1);

    /// <summary>Binds raw values to the arguments.</summary>
    /// <exception cref="NetworkException">An argument is unknown, missing or not what it must be.</exception>
    public Layer Create(IReadOnlyDictionary<string, object> given)
    {
        foreach (string name in given.Keys)
        {
            Find(name);
        }

        var values = new object?[_arguments.Count];
        foreach (Argument argument in _arguments)
        {
            bool isGiven = given.TryGetValue(argument.Name, out object? raw);
            if (!isGiven && argument.IsRequired)
            {
                throw new NetworkException(
                    ErrorCode.ArgumentMissing, $"{Name} needs '{argument.Name}': {argument.Description}");
            }

            values[argument.Index] = isGiven ? argument.Bind(raw!) : argument.Default;
        }

        var layer = new Layer(this, values);
        Check(layer);
        return layer;
    }

    /// <summary>The argument of this name.</summary>
    /// <exception cref="NetworkException">There is none; the message names the nearest.</exception>
    public Argument Find(string name)
    {
        return _arguments.FirstOrDefault(argument => argument.Name == name)
            ?? throw new NetworkException(
                ErrorCode.ArgumentUnknown,
                _arguments.Count == 0
                    ? $"{Name} takes no arguments, so '{name}' has no meaning here"
                    : $"{Name} has no argument '{name}'; it takes {string.Join(", ", _arguments.Select(a => a.Name))}."
                        + NearestWord.Hint(name, _arguments.Select(a => a.Name)));
    }

    /// <summary>Refuses arguments that do not go together.</summary>
    /// <exception cref="NetworkException">They do not.</exception>
    internal virtual void Check(Layer layer)
    {
    }

    /// <summary>The shapes that come out when these go in.</summary>
    /// <exception cref="NetworkException">The shapes do not fit the layer.</exception>
    internal abstract IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs);

    /// <summary>States the weights and the primitive operations of a layer in its place.</summary>
    internal abstract void Lower(LayerCall call, Lowering to);

    /// <summary>The error for shapes that do not fit.</summary>
    protected static NetworkException Mismatch(string reason) => new(ErrorCode.ShapeMismatch, reason);

    /// <summary>Declares a whole number.</summary>
    protected Argument<long> Integer(string name, string description) =>
        Add(new Argument<long>(name, ArgumentType.Integer, description, ArgumentConversion.Integer)).AtLeast(1);

    /// <summary>Declares a whole number that may be given as a word, which stands for a number of its own.</summary>
    protected Argument<long> IntegerOrWord(string name, string description, string word, long standIn)
    {
        return Add(new Argument<long>(
            name,
            ArgumentType.Integer,
            description,
            (argument, raw) => ArgumentConversion.IntegerOrWord(argument, raw, standIn),
            [word])).AtLeast(1).WordFor(standIn);
    }

    /// <summary>Declares a number that may be a fraction.</summary>
    protected Argument<Rational> Number(string name, string description) =>
        Add(new Argument<Rational>(name, ArgumentType.Number, description, ArgumentConversion.Number));

    /// <summary>Declares a truth value.</summary>
    protected Argument<bool> Boolean(string name, string description) =>
        Add(new Argument<bool>(name, ArgumentType.Boolean, description, ArgumentConversion.Boolean));

    /// <summary>Declares a choice of words.</summary>
    protected Argument<string> Word(string name, string description, params string[] words) =>
        Add(new Argument<string>(name, ArgumentType.Word, description, ArgumentConversion.Word, words));

    /// <summary>Declares a text, and what reads it: a FormatException says what is wrong.</summary>
    protected Argument<T> Text<T>(string name, string description, Func<string, T> read)
    {
        return Add(new Argument<T>(
            name, ArgumentType.Text, description, (argument, raw) => ArgumentConversion.Text(argument, raw, read)));
    }

    /// <summary>Declares sizes of the spatial axes.</summary>
    protected Argument<Sizes> Sizes(string name, string description) =>
        Add(new Argument<Sizes>(name, ArgumentType.Sizes, description, ArgumentConversion.Sizes)).AtLeast(1);

    /// <summary>Declares padding of the spatial axes.</summary>
    protected Argument<Padding> Padding(string description)
    {
        return Add(new Argument<Padding>(
            "padding", ArgumentType.Padding, description, ArgumentConversion.Padding, ["same", "valid"]))
            .AtLeast(0)
            .Or(FlopsPS.Layers.Padding.None);
    }

    /// <summary>Declares a list of whole numbers.</summary>
    protected Argument<IReadOnlyList<long>> Integers(string name, string description) =>
        Add(new Argument<IReadOnlyList<long>>(
            name, ArgumentType.Integers, description, ArgumentConversion.Integers));

    /// <summary>Declares a number that may be a fraction, or one per spatial axis.</summary>
    protected Argument<IReadOnlyList<Rational>> Numbers(string name, string description) =>
        Add(new Argument<IReadOnlyList<Rational>>(
            name, ArgumentType.Numbers, description, ArgumentConversion.Numbers));

    /// <summary>Declares an axis of the input.</summary>
    protected Argument<AxisArgument> Axis(string name, string description) =>
        Add(new Argument<AxisArgument>(
            name, ArgumentType.Axis, description, ArgumentConversion.Axis, [.. AxisNames.All]));

    /// <summary>Declares an argument that only a reader of manifests can bind: layers and what steers them.</summary>
    protected Argument<object> Structural(string name, ArgumentType type, string description)
    {
        return Add(new Argument<object>(
            name, type, description, (argument, raw) => throw argument.Invalid(raw, "possible outside a manifest")));
    }

    private Argument<T> Add<T>(Argument<T> argument)
    {
        argument.Index = _arguments.Count;
        _arguments.Add(argument);
        return argument;
    }
}
