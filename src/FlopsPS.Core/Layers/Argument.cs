using System.Collections.Generic;
using FlopsPS.Networks;

namespace FlopsPS.Layers;

/// <summary>One argument of a layer kind: its name, type, default, limits and description.</summary>
/// <remarks>
/// Readers hand in raw values: <see cref="long"/>, <see cref="Numbers.Rational"/>, <see cref="bool"/>,
/// <see cref="string"/> for words, or a list of those. <see cref="Bind"/> makes the typed value or says what is wrong.
/// </remarks>
public abstract class Argument
{
    private protected Argument(string name, ArgumentType type, string description, IReadOnlyList<string> words)
    {
        Name = name;
        Type = type;
        Description = description;
        Words = words.Indexable();
    }

    /// <summary>The name as a manifest spells it.</summary>
    public string Name { get; }

    /// <summary>What the value may be.</summary>
    public ArgumentType Type { get; }

    /// <summary>One sentence for help and editors.</summary>
    public string Description { get; }

    /// <summary>The words that are allowed as a value, besides numbers.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether a layer cannot be made without it.</summary>
    public bool IsRequired { get; private protected set; }

    /// <summary>The smallest whole number allowed, or null.</summary>
    public long? Minimum { get; private protected set; }

    /// <summary>The default as help prints it; empty when there is none.</summary>
    public string DefaultText { get; private protected set; } = string.Empty;

    /// <summary>kernel (Sizes, required): Kernel size.</summary>
    public override string ToString()
    {
        string need = IsRequired ? ", required" : DefaultText.Length > 0 ? $", default {DefaultText}" : string.Empty;
        return $"{Name} ({Type}{need}): {Description}";
    }

    /// <summary>The position among the arguments of its kind.</summary>
    internal int Index { get; set; }

    /// <summary>The value of an argument that was not given.</summary>
    internal abstract object? Default { get; }

    /// <summary>A bound value as a manifest spells it; a free text may hold commas and so stands in quotes.</summary>
    internal virtual string TextOf(object value) =>
        Type == ArgumentType.Text ? $"\"{value}\"" : RawText.Of(value);

    /// <summary>The typed value of a raw one.</summary>
    /// <exception cref="NetworkException">The value is not what the argument takes.</exception>
    internal abstract object Bind(object raw);

    /// <summary>The error for a value that is not what the argument takes.</summary>
    internal NetworkException Invalid(object raw, string expected) =>
        new(ErrorCode.ArgumentInvalid, $"{Name} '{RawText.Of(raw)}' is not {expected}."
            + (raw is string word ? NearestWord.Hint(word, Words) : string.Empty))
        {
            Argument = Name,
        };
}
