using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>From the YAML tree to steps: knows kinds, blocks and structures, and refuses what it does not know.
/// </summary>
internal sealed class StepReader
{
    /// <summary>The kind that only groups layers.</summary>
    public const string Group = "layers";

    /// <summary>The kind that groups layers which only training runs.</summary>
    public const string Training = "training";

    /// <summary>The kind of a layer of which everything is stated.</summary>
    public const string Stated = "stated";

    private readonly IReadOnlyDictionary<string, Block> _blocks;

    public StepReader(IReadOnlyDictionary<string, Block> blocks) => _blocks = blocks;

    /// <summary>The kinds that are a list of layers.</summary>
    public static IReadOnlyList<string> Groups { get; } = [Group, Training];

    /// <summary>What may stand beside a kind.</summary>
    public static IReadOnlyList<string> Siblings { get; } =
        ["name", "repeat", "when", "from", "shared", DataTypes.Key, StatedFacts.Makes, StatedFacts.Weights];

    /// <summary>Which blocks the steps read so far use, each with the place.</summary>
    public List<KeyValuePair<Block, SourcePosition>> Uses { get; } = [];

    /// <summary>Reads a list of layers.</summary>
    public IReadOnlyList<Step> ReadList(SyntaxNode node, string what) =>
        [.. Expect.List(node, what).Items.Select(ReadStep)];

    private Step ReadStep(SyntaxNode node)
    {
        if (node is ScalarNode { IsEmpty: false } scalar)
        {
            return ReadKind(scalar, new ScalarNode(string.Empty, isPlain: true, scalar.Position));
        }

        MapNode map = Expect.Map(node, "a layer is a kind, or a map with a kind and its arguments");
        KeyValuePair<ScalarNode, SyntaxNode> kind = KindOf(map);
        ScalarNode? name = map.Find("name") is { } n ? Expect.PathName(n) : null;
        Step step = ReadKind(kind.Key, kind.Value).With(
            name,
            map.Find("repeat") is { } repeat ? Value.Read(repeat, []) : null,
            map.Find("when") is { } when ? Value.Read(when, []) : null,
            ReadFrom(map.Find("from"), mayBeNone: kind.Key.Text is Stated or Group),
            map.Find("shared") is { } shared ? Value.Read(shared, []) : null,
            DataTypes.Read(map.Find(DataTypes.Key)));
        StatedFacts facts = StatedFacts.Read(map);
        return facts.Any ? StateOf(step, facts, map) : step;
    }

    private static Step StateOf(Step step, StatedFacts facts, MapNode map)
    {
        if (step is LayerStep layer)
        {
            layer.State(facts);
            return layer;
        }

        KeyValuePair<ScalarNode, SyntaxNode> key = map.Entries.First(
            entry => entry.Key.Text is StatedFacts.Makes or StatedFacts.Weights);
        throw key.Key.Invalid(step is StatedStep
            ? $"'{key.Key.Text}' of a stated layer stands with its other facts"
            : $"'{key.Key.Text}' has a meaning beside a layer alone, not beside others or a block");
    }

    private static KeyValuePair<ScalarNode, SyntaxNode> KindOf(MapNode map)
    {
        var kinds = map.Entries.Where(entry => !Siblings.Contains(entry.Key.Text)).ToList();
        if (kinds.Count == 1)
        {
            return kinds[0];
        }

        throw kinds.Count == 0
            ? map.Invalid("a layer needs a kind"
                + string.Concat(map.Entries.Take(1).Select(entry => $", not only '{entry.Key.Text}'")))
            : kinds[1].Key.Invalid(
                $"a layer has one kind, but here are '{kinds[0].Key.Text}' and '{kinds[1].Key.Text}'; "
                + "is the second one an argument that must be indented or stand inside {}?");
    }

    private static IReadOnlyList<ScalarNode>? ReadFrom(SyntaxNode? node, bool mayBeNone) => node switch
    {
        null => null,
        ListNode { Items.Count: 0 } when !mayBeNone => throw node.Invalid("'from' names no layer"),
        ListNode list => [.. list.Items.Select(item => Expect.Text(item, "from"))],
        _ => [Expect.Text(node, "from")],
    };

    private Step ReadKind(ScalarNode kind, SyntaxNode arguments)
    {
        if (kind.Text == Group)
        {
            return new GroupStep(ReadList(arguments, Group), kind.Position);
        }

        if (kind.Text == Training)
        {
            return new TrainingStep(ReadList(arguments, Training), kind.Position);
        }

        if (kind.Text == Stated)
        {
            return StatedStep.Read(arguments, kind.Position);
        }

        if (_blocks.TryGetValue(kind.Text, out Block? block))
        {
            return ReadBlock(kind, block, arguments);
        }

        LayerKind known = LayerCatalog.Find(kind.Text)
            ?? throw LayerCatalog.Unknown(kind.Text, _blocks.Keys).At(layer: null, kind.Position);
        return known.IsStructure ? ReadStructure(known, kind, arguments) : ReadLayer(known, kind, arguments);
    }

    private static LayerStep ReadLayer(LayerKind kind, ScalarNode at, SyntaxNode node)
    {
        var arguments = new List<KeyValuePair<Argument, Value>>();
        foreach (KeyValuePair<ScalarNode, SyntaxNode> entry in Arguments(kind.Name, node))
        {
            Argument argument = Located(entry.Key, () => kind.Find(entry.Key.Text));
            Value value = argument.Type == ArgumentType.Text
                ? Value.ReadText(entry.Value, argument.Name)
                : Value.Read(entry.Value, argument.Words);
            arguments.Add(new(argument, value));
        }

        // Missing arguments show when the file is read, even where the layer would be skipped.
        Argument? missing = kind.Arguments.FirstOrDefault(argument =>
            argument.IsRequired && !arguments.Exists(given => given.Key == argument));
        return missing is null
            ? new LayerStep(kind, arguments, at.Position)
            : throw at.Invalid($"{kind.Name} needs '{missing.Name}': {missing.Description}", ErrorCode.ArgumentMissing);
    }

    private BlockStep ReadBlock(ScalarNode at, Block block, SyntaxNode node)
    {
        var arguments = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (KeyValuePair<ScalarNode, SyntaxNode> entry in Arguments(block.Name, node))
        {
            if (!block.Parameters.Contains(entry.Key.Text))
            {
                throw block.Parameters.Unknown(entry.Key.Text, $"the block {block.Name}", ErrorCode.ArgumentUnknown)
                    .At(layer: null, entry.Key.Position);
            }

            arguments.Add(entry.Key.Text, Value.Read(entry.Value, []));
        }

        string? missing = block.Parameters.Required.FirstOrDefault(name => !arguments.ContainsKey(name));
        if (missing is not null)
        {
            throw at.Invalid(
                $"{block.Name} needs '{missing}': write {block.Name}: {{ {missing}: … }}", ErrorCode.ArgumentMissing);
        }

        Uses.Add(new(block, at.Position));
        return new BlockStep(block, arguments, at.Position);
    }

    private Step ReadStructure(LayerKind kind, ScalarNode at, SyntaxNode node)
    {
        MapNode map = Expect.Map(
            node, $"{kind.Name} needs a map of {string.Join(", ", kind.Arguments.Select(argument => argument.Name))}");
        foreach (KeyValuePair<ScalarNode, SyntaxNode> entry in map.Entries)
        {
            Located(entry.Key, () => kind.Find(entry.Key.Text));
        }

        SyntaxNode Required(string key) => map.Find(key)
            ?? throw at.Invalid($"{kind.Name} needs '{key}': {kind.Find(key).Description}", ErrorCode.ArgumentMissing);
        return kind.Name switch
        {
            "residual" => new ResidualStep(
                ReadList(Required("body"), "body"),
                map.Find("shortcut") is { } shortcut ? ReadList(shortcut, "shortcut") : [],
                at.Position),
            "branches" => new BranchesStep(
                ReadPaths(Required("paths")),
                Joint.Read(map.Find("join"), map.Find("axis")),
                at.Position),
            _ => ReadForeach(Required("in"), Required("as"), Required(Group), at),
        };
    }

    private IReadOnlyList<IReadOnlyList<Step>> ReadPaths(SyntaxNode node)
    {
        IReadOnlyList<SyntaxNode> paths = Expect.List(node, "paths").Items;
        return paths.Count > 0
            ? [.. paths.Select(path => ReadList(path, "a path"))]
            : throw node.Invalid("'paths' is empty", ErrorCode.ArgumentInvalid);
    }

    private ForeachStep ReadForeach(SyntaxNode rows, SyntaxNode names, SyntaxNode layers, ScalarNode at)
    {
        IReadOnlyList<string> columns = ReadColumns(names);
        IReadOnlyList<Step> steps = ReadList(layers, Group);
        if (rows is ScalarNode { IsEmpty: false } && Value.Read(rows, []) is { IsConstant: false } held)
        {
            return new ForeachStep(held, columns, steps, at.Position);
        }

        var table = new List<IReadOnlyList<Value>>();
        foreach (SyntaxNode row in Expect.List(rows, "in").Items)
        {
            IReadOnlyList<SyntaxNode> cells = row is ListNode cellList ? cellList.Items : [row];
            table.Add(cells.Count == columns.Count
                ? [.. cells.Select(cell => Value.Read(cell, []))]
                : throw row.Invalid(
                    $"values in this row: {cells.Count}; names under 'as': {columns.Count}",
                    ErrorCode.ArgumentInvalid));
        }

        return new ForeachStep(table, columns, steps, at.Position);
    }

    private static IReadOnlyList<string> ReadColumns(SyntaxNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<SyntaxNode> items = node is ListNode list ? list.Items : [node];
        return [.. items.Select(item =>
        {
            string name = Expect.Name(Expect.Text(item, "a name under 'as'"));
            return seen.Add(name) ? name : throw item.Invalid($"the name '{name}' stands here twice; keep one");
        })];
    }

    private static IReadOnlyList<KeyValuePair<ScalarNode, SyntaxNode>> Arguments(string kind, SyntaxNode node) =>
        Expect.Map(node, $"the arguments of {kind}", "names and values");

    private static T Located<T>(SyntaxNode node, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (NetworkException error)
        {
            throw error.At(layer: null, node.Position);
        }
    }
}
