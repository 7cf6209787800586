using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using FlopsPS.Onnx.Operators;
using FlopsPS.Onnx.Tests.Writing;

namespace FlopsPS.Onnx.Tests;

/// <summary>Writes models in which little fits: any operator, of what may go into it and what may not.</summary>
internal sealed partial class RandomModel
{
    private static readonly string[] s_words = [.. Words()];

    private static readonly string[] s_attributes = [.. s_words.Where(word => AttributeName().IsMatch(word))];

    private static readonly long[] s_odd =
        [0, -1, -2, -7, 5, 64, 1000, 1L << 31, 1L << 40, long.MaxValue, long.MinValue, int.MaxValue, int.MinValue];

    private static readonly string[] s_equations =
        ["ij,jk->ik", "bij,bjk", "...i,...j->...", "ii->i", "->", ",", "i,j,k->", "a->aa", "i->j", "..a,b", "i j -> ji", ""];

    private readonly Random _random;
    private readonly List<Message> _inputs = [];
    private readonly List<Message> _stored = [];
    private readonly long[] _sizes;
    private readonly double _oddness;
    private readonly double _rate;
    private readonly int _rank;
    private readonly bool _isMixed;
    private int _names;

    private RandomModel(Random random)
    {
        _random = random;

        // Shapes that are of the same few sizes fit now and then, and what is odd everywhere is refused at once.
        _sizes = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (long)random.Next(1, 9))];
        _oddness = Any(0, 0.02, 0.2);
        _rate = Any(0, 0.05, 0.5);
        _rank = random.Next(7);
        _isMixed = random.Next(2) == 0;
    }

    /// <summary>The names of all operators.</summary>
    public static IReadOnlyList<string> Operators { get; } =
    [
        .. typeof(IOperatorFamily).Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(IOperatorFamily).IsAssignableFrom(type))
            .SelectMany(type => ((IOperatorFamily)Activator.CreateInstance(type)!).Operators)
            .Select(pair => pair.Name)
            .Concat(s_words.Where(word => OwnName().IsMatch(word)))
            .Concat(["If", "Loop", "Scan", "SequenceMap", "ai.onnx.preview.FlexAttention", "Unheard"])
            .Distinct(),
    ];

    /// <summary>A model that begins with an operator.</summary>
    public static byte[] Of(string first, Random random)
    {
        var model = new RandomModel(random);
        (Message[] nodes, List<string> made) = model.Nodes([first, .. model.Others(2)], [], depth: 0);
        Message[] outputs = [.. made.TakeLast(random.Next(1, 3)).Select(model.Declared)];
        return Write.Model(Write.Graph(nodes, model._inputs, outputs, model._stored), random.Next(1, 29));
    }

    [GeneratedRegex("^[a-z]\\w*$|^[A-Z]$")]
    private static partial Regex AttributeName();

    [GeneratedRegex("^com\\.microsoft\\.[a-z.]*[A-Z]\\w*$")]
    private static partial Regex OwnName();

    // The texts of the reader: the names of attributes and what they may be are among them.
    private static IEnumerable<string> Words()
    {
        using var file = new PEReader(File.OpenRead(typeof(OnnxReader).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        UserStringHandle text = MetadataTokens.UserStringHandle(0);
        while (!(text = metadata.GetNextHandle(text)).IsNil)
        {
            yield return metadata.GetUserString(text);
        }
    }

    private IEnumerable<string> Others(int most) =>
        Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Any([.. Operators]));

    private (Message[] Nodes, List<string> Made) Nodes(IEnumerable<string> operators, List<string> seen, int depth)
    {
        List<string> made = [];
        List<Message> nodes = [];
        foreach (string name in operators)
        {
            string[] inputs =
                [.. Enumerable.Range(0, Any(0, 1, 1, 2, 2, 3, 3, 4, 6, 8)).Select(_ => Input([.. seen, .. made]))];
            string[] outputs = [.. Enumerable.Range(0, Any(0, 1, 1, 1, 2, 4)).Select(_ => Name())];
            Message[] attributes = [.. Attributes(), .. Graphs(name, [.. seen, .. made], depth)];
            int dot = name.LastIndexOf('.');
            nodes.Add(Write.Node(
                dot < 0 ? name : $"{name[..dot]}/{name[(dot + 1)..]}",
                string.Join(' ', inputs),
                string.Join(' ', outputs),
                attributes));
            made.AddRange(outputs);
        }

        return ([.. nodes], made.Count > 0 ? made : [Input(seen)]);
    }

    private string Name() => $"v{_names++}";

    private string Input(IReadOnlyList<string> seen)
    {
        int kind = _random.Next(16);
        if (kind < 4 && seen.Count > 0)
        {
            return seen[_random.Next(seen.Count)];
        }

        string name = Name();
        switch (kind)
        {
            case 0:
                return "-";
            case < 8:
                _inputs.Add(Write.Typed(name, Type(), Sizes().Cast<object>()));
                break;
            case < 11:
                _stored.Add(Write.Weight(name, Sizes()));
                break;
            case 11:
                _stored.Add(Write.Number(name, (float)Real()));
                break;
            case 12:
                _stored.Add(Write.Whole(name, Whole()));
                break;
            case 13:
                _stored.Add(Write.Reals(name, [.. Many(() => (float)Real())]));
                break;
            default:
                _stored.Add(Write.Wholes(name, [.. Many(Whole)]));
                break;
        }

        return name;
    }

    private Message Declared(string name) =>
        _random.Next(2) == 0 ? Write.Bare(name) : Write.Typed(name, Type(), Sizes().Cast<object>());

    private IEnumerable<Message> Attributes() =>
        s_attributes.Where(_ => _random.NextDouble() < _rate).Select(Attribute);

    // Of all types at once, so that one of them is what the operator reads, or of one.
    private Message Attribute(string name)
    {
        var attribute = new Message().Text(1, name);
        int type = _random.Next(3) > 0 ? 0 : _random.Next(2, 10);
        if (type is 0 or 2)
        {
            attribute.Single(2, (float)Real());
        }

        if (type is 0 or 3)
        {
            attribute.Varint(3, Whole());
        }

        if (type is 0 or 4)
        {
            attribute.Text(4, _random.Next(4) > 0 ? Any(s_words) : Any(s_equations));
        }

        if (type is 0 or 5 && _random.Next(4) == 0)
        {
            attribute.Nest(5, Any(
                Write.Weight(string.Empty, Sizes()), Write.Wholes(string.Empty, [.. Many(Whole)])));
        }

        if (type is 0 or 8)
        {
            Many(Whole).ForEach(value => attribute.Varint(8, value));
        }

        if (type == 7)
        {
            Many(Real).ForEach(value => attribute.Single(7, (float)value));
        }

        return attribute;
    }

    private IEnumerable<Message> Graphs(string name, List<string> seen, int depth)
    {
        string[] graphs = name switch
        {
            "If" => ["then_branch", "else_branch"],
            "Loop" or "Scan" or "SequenceMap" => ["body"],
            "ai.onnx.preview.FlexAttention" => ["score_mod", "prob_mod"],
            _ => [],
        };
        return depth > 2 ? [] : graphs.Where(_ => _random.Next(20) > 0).Select(graph =>
        {
            string[] inputs = [.. Enumerable.Range(0, _random.Next(5)).Select(_ => Name())];
            (Message[] nodes, List<string> made) = Nodes(Others(2), [.. seen, .. inputs], depth + 1);
            string[] outputs = [.. Enumerable.Range(0, _random.Next(5)).Select(_ => Any([.. made, .. inputs]))];
            return Write.GraphAttribute(graph, Write.Graph(nodes, inputs.Select(Write.Bare), outputs.Select(Declared)));
        });
    }

    private int Type() => _random.Next(4) > 0 ? Write.Float : _random.Next(-1, 30);

    private long[] Sizes()
    {
        int rank = _isMixed && _random.Next(3) == 0 ? _random.Next(7) : _rank;
        return [.. Enumerable.Range(0, rank).Select(_ => Math.Max(IsOdd() ? Any(s_odd) : Any(_sizes), 0))];
    }

    private long Whole() => IsOdd() ? Any(s_odd) : _random.Next(3) == 0 ? Any(_sizes) : _random.Next(-1, 4);

    private double Real() => IsOdd() ? Any(double.NaN, double.PositiveInfinity, -1e30, 1e30, 0, -0.5) : Any(0.5, 1, 2, 3);

    private bool IsOdd() => _random.NextDouble() < _oddness;

    private List<T> Many<T>(Func<T> one)
    {
        int count = Any(0, 1, 2, _rank, Math.Abs(_rank - 2), 2 * _rank, 8);
        return [.. Enumerable.Range(0, count).Select(_ => one())];
    }

    private T Any<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
