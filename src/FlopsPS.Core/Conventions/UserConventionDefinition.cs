using System.Collections.Generic;

namespace FlopsPS.Conventions;

/// <summary>What a user writes down of a convention.</summary>
public sealed class UserConventionDefinition
{
    /// <summary>The name, as rows carry it.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>One sentence on what it counts.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>Where the rules come from.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>What the figures count, in the words of the source.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>Which figures it has.</summary>
    public Figures Figures { get; init; }

    /// <summary>What a reader would not expect.</summary>
    public IReadOnlyList<string> Quirks { get; init; } = [];

    /// <summary>The convention whose rules hold where this one has none, or null.</summary>
    public Convention? Base { get; init; }

    /// <summary>Which weights count as parameters; null: as the base says, else the trainable ones.</summary>
    public CountedWeights? Parameters { get; init; }

    /// <summary>The rules for layers, and for operations inside layers without a rule.</summary>
    public IReadOnlyList<UserRule> Rules { get; init; } = [];

    /// <summary>The rules for operations inside layers without a rule, where they differ from layers of their own.
    /// </summary>
    public IReadOnlyList<UserRule> Inside { get; init; } = [];

    /// <summary>The kinds that cost nothing, by declaration.</summary>
    public IReadOnlyList<string> Free { get; init; } = [];

    /// <summary>Whether a layer without a rule of its own costs what its operations cost; null: as the base says, else
    /// yes.</summary>
    public bool? LooksInside { get; init; }
}
