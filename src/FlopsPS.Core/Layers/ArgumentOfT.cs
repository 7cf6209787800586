using System;
using System.Collections.Generic;

namespace FlopsPS.Layers;

/// <summary>An argument whose bound value has the type <typeparamref name="T"/>.</summary>
public sealed class Argument<T> : Argument
{
    private readonly Func<Argument, object, T> _convert;
    private object? _default;
    private object? _standIn;

    internal Argument(
        string name,
        ArgumentType type,
        string description,
        Func<Argument, object, T> convert,
        IReadOnlyList<string>? words = null)
        : base(name, type, description, words ?? [])
    {
        _convert = convert;
    }

    internal override object? Default => _default;

    internal override string TextOf(object value) =>
        value.Equals(_standIn) ? Words[0] : base.TextOf(value);

    internal override object Bind(object raw) => _convert(this, raw)!;

    /// <summary>Makes the argument a required one.</summary>
    internal Argument<T> Required()
    {
        IsRequired = true;
        return this;
    }

    /// <summary>Sets the value of an argument that is not given, and how help prints it.</summary>
    internal Argument<T> Or(T value)
    {
        _default = value;
        DefaultText = TextOf(value!);
        return this;
    }

    /// <summary>Sets the value that the only word stands for.</summary>
    internal Argument<T> WordFor(T value)
    {
        _standIn = value;
        return this;
    }

    /// <summary>Sets the smallest whole number allowed; null allows all.</summary>
    internal Argument<T> AtLeast(long? minimum)
    {
        Minimum = minimum;
        return this;
    }
}
