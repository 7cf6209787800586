using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Numbers;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Manifests;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Conventions;

/// <summary>A rule: what layers of some kinds cost, as an expression over the facts of the layer.</summary>
internal sealed class RuleExpression
{
    private readonly ScalarNode _scalar;
    private readonly string _kinds;
    private readonly Expression _expression;
    private readonly IReadOnlyList<string> _facts;

    private RuleExpression(ScalarNode scalar, IReadOnlyList<string> kinds)
    {
        _scalar = scalar;
        _kinds = string.Join(", ", kinds);
        _expression = Value.Parse(scalar, scalar.Text);
        IReadOnlyList<string> facts = FactsOf(kinds);
        IReadOnlyList<string> words = WordsOf(kinds);
        foreach ((string name, int offset) in _expression.Names.OrderBy(name => name.Offset))
        {
            if (name != Undefined.Word && !facts.Contains(name) && !words.Contains(name))
            {
                throw Unknown(name, facts).At(layer: null, scalar.PositionOf(offset));
            }
        }

        _facts = [.. _expression.Names.Select(name => name.Text).Where(facts.Contains).Distinct()];
    }

    /// <summary>The rule as it was written.</summary>
    public string Text => _scalar.Text;

    /// <summary>Reads the rule for these kinds.</summary>
    /// <exception cref="NetworkException">It is no expression, or a name in it is no fact of all the kinds.</exception>
    public static RuleExpression Read(SyntaxNode node, IReadOnlyList<string> kinds)
    {
        return node is ScalarNode { IsEmpty: false } scalar
            ? new(scalar, kinds)
            : throw node.Invalid(
                $"the rule for {string.Join(", ", kinds)} must be an expression, such as 2 * macs, not {node.What}");
    }

    /// <summary>What a layer costs by the rule; null where it is undefined.</summary>
    /// <exception cref="NetworkException">The rule gives what is no count.</exception>
    public Amount? Count(LayerFacts facts)
    {
        object value = Evaluate(facts);
        if (value is Undefined)
        {
            return null;
        }

        if (value is bool or string)
        {
            throw Error(ErrorCode.ConventionInvalid, $"{Operand.Text(value)}, which is no number");
        }

        Rational count = Operand.Number(value, Text);
        if (!count.IsInteger || count < 0)
        {
            throw Error(ErrorCode.ConventionInvalid, count < 0
                ? $"{count}, and a count is not negative; put max(0, ) around it"
                : $"{count}, and a count is whole; put floor(), ceil() or round() around it");
        }

        bool isExplained = facts.Zero.Text is not null;
        return isExplained ? Amount.Explained(count.Numerator, (value as Explained)?.Text) : count.Numerator;
    }

    // Facts, and the arguments that all of the kinds have.
    private static IReadOnlyList<string> FactsOf(IReadOnlyList<string> kinds) =>
    [
        .. LayerFacts.Names.Concat(kinds
            .Select(kind => ArgumentsOf(kind).Select(argument => argument.Name))
            .Aggregate((a, b) => a.Intersect(b))).Distinct(),
    ];

    private static IReadOnlyList<string> WordsOf(IReadOnlyList<string> kinds) =>
        [.. kinds.SelectMany(ArgumentsOf).SelectMany(argument => argument.Words)];

    private static IEnumerable<Argument> ArgumentsOf(string kind) =>
        LayerCatalog.Find(kind) is { } found ? LayerFacts.ArgumentsOf(found) : [];

    private object Evaluate(LayerFacts facts)
    {
        var scope = new Scope();
        scope.Set(Undefined.Word, Undefined.Value);
        foreach (string name in _facts)
        {
            scope.Set(name, facts.Find(name) is { } amount
                ? Explained.Of(amount)
                : facts.Word(name) ?? (object)Undefined.Value);
        }

        try
        {
            return _expression.Evaluate(scope);
        }
        catch (ExpressionException error)
        {
            ErrorCode code = error.InnerException is OverflowException
                ? ErrorCode.CountOverflow
                : ErrorCode.ExpressionInvalid;
            throw Error(code, "no number: " + error.Message);
        }
    }

    private NetworkException Unknown(string name, IReadOnlyList<string> facts) => new(
        ErrorCode.ExpressionInvalid,
        $"'{name}' is neither a fact nor an argument of {_kinds}; there are {string.Join(", ", facts)}."
        + NearestWord.Hint(name, facts));

    private NetworkException Error(ErrorCode code, string result) =>
        new NetworkException(code, $"the rule for {_kinds}, '{Text}', gives {result}").At(null, _scalar.Position);
}
