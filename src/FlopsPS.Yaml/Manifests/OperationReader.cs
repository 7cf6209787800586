using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Operations;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A primitive operation as a manifest states it: <c>sum: { inputs: 512, outputs: 1 }</c>.</summary>
internal sealed class OperationReader
{
    private readonly OperationForm _form;
    private readonly ScalarNode _word;
    private readonly List<KeyValuePair<OperationFact, Value>> _facts = [];

    private OperationReader(OperationForm form, ScalarNode word)
    {
        _form = form;
        _word = word;
    }

    /// <summary>Reads a list of operations.</summary>
    public static IReadOnlyList<OperationReader> ReadList(SyntaxNode node) =>
        [.. Expect.List(node, "operations").Items.Select(Read)];

    /// <summary>The operation, its expressions computed.</summary>
    public Operation Make(Scope scope)
    {
        var facts = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (KeyValuePair<OperationFact, Value> fact in _facts)
        {
            facts.Add(fact.Key.Name, Evaluate(fact.Key, fact.Value, scope));
        }

        try
        {
            return _form.Make(facts);
        }
        catch (OverflowException overflow)
        {
            throw new NetworkException(ErrorCode.CountOverflow, "its counts do not fit into 64 bits", overflow)
                .At(layer: null, _word.Position);
        }
    }

    private static OperationReader Read(SyntaxNode node)
    {
        string[] words = [.. OperationForm.All.Select(form => form.Word)];
        MapNode map = Expect.Map(node, $"an operation is a map of one word of {string.Join(", ", words)}");
        if (map.Entries.Count != 1)
        {
            throw map.Invalid($"an operation is one word and its facts; here are {map.Entries.Count} words");
        }

        KeyValuePair<ScalarNode, SyntaxNode> entry = map.Entries[0];
        OperationForm form = OperationForm.All.FirstOrDefault(candidate => candidate.Word == entry.Key.Text)
            ?? throw entry.Key.Invalid(
                $"'{entry.Key.Text}' is no operation; known are {string.Join(", ", words)}."
                + NearestWord.Hint(entry.Key.Text, words));
        var reader = new OperationReader(form, entry.Key);
        reader.ReadFacts(Expect.Map(entry.Value, $"the operation {form.Word} is a map of its facts"));
        return reader;
    }

    private void ReadFacts(MapNode map)
    {
        map.Allow($"the operation {_form.Word}", [.. _form.Facts.Select(fact => fact.Name)]);
        foreach (OperationFact fact in _form.Facts)
        {
            if (map.Find(fact.Name) is { } value)
            {
                _facts.Add(new(fact, fact.Type == FactType.Text
                    ? Value.ReadText(value, fact.Name)
                    : Value.Read(value, fact.Words)));
            }
            else if (!fact.IsOptional)
            {
                throw _word.Invalid($"the operation {_form.Word} needs '{fact.Name}'", ErrorCode.ArgumentMissing);
            }
        }
    }

    private static object Evaluate(OperationFact fact, Value value, Scope scope) => fact.Type switch
    {
        FactType.Whole => value.EvaluateWhole(scope, fact.Name, least: 0),
        FactType.Truth => value.EvaluateTruth(scope, fact.Name),
        FactType.Shape => value.EvaluateShape(scope, fact.Name),
        FactType.Word => value.EvaluateWord(scope, fact.Name, fact.Words),
        _ => value.Evaluate(scope),
    };
}
