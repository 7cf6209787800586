using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A value of the manifest that may be computed: an expression, or a list of values.</summary>
internal sealed class Value
{
    // Far above what a layer takes; a list is evaluated anew for every layer that a repeat makes.
    private const int MaximumItems = 1024;

    // 3x5, as people write the size of a kernel, is short for [3, 5].
    private static readonly Regex s_sizes = new("^[0-9]+(?:x[0-9]+)+$", RegexOptions.CultureInvariant);

    private readonly ScalarNode? _scalar;
    private readonly Expression? _expression;
    private readonly Value[] _items;

    private Value(SyntaxNode node, Expression? expression, Value[] items)
    {
        Position = node.Position;
        _scalar = node as ScalarNode;
        _expression = expression;
        _items = items;
    }

    public SourcePosition Position { get; }

    /// <summary>Whether the value is the same everywhere: no name takes part.</summary>
    public bool IsConstant => _expression is Literal || (_expression is null && _items.All(item => item.IsConstant));

    /// <summary>Reads a value. The <paramref name="words"/> stand for themselves, whatever parameters are called.
    /// </summary>
    public static Value Read(SyntaxNode node, IReadOnlyList<string> words)
    {
        switch (node)
        {
            case ListNode list:
                return new(node, null, ReadItems(list, words));
            case ScalarNode scalar when s_sizes.IsMatch(scalar.Text):
                string[] sizes = scalar.Text.Split('x');
                return new(node, null, [.. sizes.Select(size => new Value(node, Parse(scalar, size), []))]);
            case ScalarNode { IsEmpty: false } scalar when words.Contains(scalar.Text):
                return new(node, new Literal(scalar.Text), []);
            case ScalarNode { IsEmpty: false } scalar:
                return new(node, Parse(scalar, scalar.Text), []);
            default:
                throw node.Invalid($"a value was expected here, not {node.What}");
        }
    }

    /// <summary>Reads the values of a list.</summary>
    public static Value[] ReadItems(ListNode list, IReadOnlyList<string> words)
    {
        return list.Items.Count <= MaximumItems
            ? [.. list.Items.Select(item => Read(item, words))]
            : throw list.Invalid($"a list of values has at most {MaximumItems}", ErrorCode.NetworkTooLarge);
    }

    /// <summary>Reads a text, which stands for itself.</summary>
    public static Value ReadText(SyntaxNode node, string what)
    {
        ScalarNode text = Expect.Text(node, what);
        return new(text, new Literal(text.Text), []);
    }

    /// <summary>The raw value: a whole number, a fraction, a truth value, a word, or a list.</summary>
    /// <exception cref="NetworkException">The expression cannot be computed.</exception>
    public object Evaluate(Scope scope)
    {
        if (_expression is null)
        {
            return _items.Select(item => item.Evaluate(scope)).ToArray();
        }

        try
        {
            return _expression.Evaluate(scope);
        }
        catch (ExpressionException error)
        {
            throw Error(error.Message);
        }
        catch (OverflowException)
        {
            throw Error("the result does not fit into 64 bits");
        }
    }

    /// <summary>The value of an argument that knows its own words: a lone unknown name is taken as a word, so that the
    /// argument can say which words it knows.</summary>
    public object EvaluateFor(Argument argument, Scope scope)
    {
        bool isLoneWord = argument.Words.Count > 0 && _expression is Name name && scope.Find(name.Text) is null;
        return isLoneWord ? ((Name)_expression!).Text : Evaluate(scope);
    }

    public bool EvaluateTruth(Scope scope, string user)
    {
        object value = Evaluate(scope);
        return value is bool truth ? truth : throw Error($"{user} needs true or false, not {Operand.Text(value)}");
    }

    public long EvaluateWhole(Scope scope, string user, long least)
    {
        object value = Evaluate(scope);
        return value is long whole && whole >= least
            ? whole
            : throw Error($"{user} needs a whole number of at least {least}, not {Operand.Text(value)}");
    }

    /// <summary>The sizes of a tensor, outermost first.</summary>
    public IReadOnlyList<long> EvaluateShape(Scope scope, string user) => ShapeOf(Evaluate(scope), user);

    /// <summary>A value as the sizes of a tensor.</summary>
    public IReadOnlyList<long> ShapeOf(object value, string user) =>
        value is object[] sizes && Array.TrueForAll(sizes, size => size is >= 0L)
            ? [.. sizes.Cast<long>()]
            : throw Error($"{user} needs the sizes of a tensor such as 1x64x56x56, not {Operand.Text(value)}");

    /// <summary>One of the words.</summary>
    public string EvaluateWord(Scope scope, string user, IReadOnlyList<string> words)
    {
        object value = _expression is Name name && scope.Find(name.Text) is null ? name.Text : Evaluate(scope);
        return value is string word && words.Contains(word)
            ? word
            : throw Error(
                $"{user} needs one of {string.Join(", ", words)}, not '{Operand.Text(value)}'."
                + NearestWord.Hint(value as string ?? string.Empty, words));
    }

    /// <summary>The rows of a table, each of so many cells; a row of one cell may stand without brackets.</summary>
    public IReadOnlyList<IReadOnlyList<Value>> EvaluateTable(Scope scope, int columns)
    {
        object value = Evaluate(scope);
        object[] rows = value as object[] ?? throw Error($"in needs a list, not {Operand.Text(value)}");
        return [.. rows.Select(row => row as object[] ?? [row]).Select(cells => cells.Length == columns
            ? cells.Select(cell => new Value(_scalar!, new Literal(cell), [])).ToArray()
            : throw Error($"values in a row: {cells.Length}; names under 'as': {columns}"))];
    }

    /// <summary>The expression that a text of a scalar is.</summary>
    /// <exception cref="NetworkException">It is none; the place is that of the mistake.</exception>
    internal static Expression Parse(ScalarNode scalar, string text)
    {
        try
        {
            return ExpressionParser.Parse(text);
        }
        catch (ExpressionException error)
        {
            throw new NetworkException(ErrorCode.ExpressionInvalid, error.Message, error)
                .At(layer: null, scalar.PositionOf(error.Offset));
        }
    }

    private NetworkException Error(string reason)
    {
        bool isSaid = _scalar is null || reason.IndexOf(_scalar.Text, StringComparison.Ordinal) >= 0;
        return new NetworkException(
            ErrorCode.ExpressionInvalid, isSaid ? reason : $"{reason} (in '{_scalar!.Text}')")
            .At(layer: null, Position);
    }
}
