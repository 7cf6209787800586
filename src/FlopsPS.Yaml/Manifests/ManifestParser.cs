using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>From the YAML tree to a manifest.</summary>
internal static class ManifestParser
{
    private const string Parameters = "parameters";

    /// <summary>The keys of a manifest, in the order in which people write them.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "name",
        "description",
        Sources.Key,
        Parameters,
        "variants",
        DataTypes.Key,
        "input",
        "inputs",
        "blocks",
        "layers",
    ];

    /// <summary>Reads a manifest.</summary>
    /// <param name="root">The root of the document.</param>
    /// <param name="file">The file, or null.</param>
    /// <param name="name">The name of a network that does not say its own.</param>
    public static Manifest Parse(SyntaxNode root, string? file, string name)
    {
        MapNode map = Expect.Map(root, "a manifest is a map of " + string.Join(", ", Keys));
        Document.Require(Document.Network, map);
        map.Allow("a manifest", [.. Keys]);
        string ownName = map.Find("name") is { } given ? Expect.Text(given, "name").Text : name;
        ParameterList parameters = ParameterList.Read(map.Find(Parameters));
        var blocks = ReadBlocks(map.Find("blocks"));
        SyntaxNode layers = map.Find("layers")
            ?? throw map.Invalid("a manifest needs 'layers': the list of its layers");
        return new Manifest
        {
            Name = ownName,
            Description = map.Find("description") is { } text ? Expect.Text(text, "description").Text : string.Empty,
            File = file,
            Parameters = parameters,
            DataType = DataTypes.Read(map.Find(DataTypes.Key)),
            Inputs = ReadInputs(map),
            Steps = new StepReader(blocks).ReadList(layers, "layers"),
            Variants = ReadVariants(map, parameters, ownName),
        };
    }

    private static Dictionary<string, Block> ReadBlocks(SyntaxNode? node)
    {
        var blocks = new Dictionary<string, Block>(StringComparer.Ordinal);
        var bodies = new List<KeyValuePair<Block, SyntaxNode>>();
        foreach (KeyValuePair<ScalarNode, SyntaxNode> entry in Expect.Map(node, "blocks", "names and their layers"))
        {
            string name = Expect.LayerName(entry.Key).Text;
            if (LayerCatalog.Find(name) is not null
                || StepReader.Groups.Contains(name)
                || name == StepReader.Stated
                || StepReader.Siblings.Contains(name))
            {
                throw entry.Key.Invalid($"'{name}' has a meaning in every list of layers; give the block another name");
            }

            MapNode map = Expect.Map(entry.Value, $"the block {name} is a map of parameters and layers");
            map.Allow($"the block {name}", Parameters, "description", "layers");
            var block = new Block(name, ParameterList.Read(map.Find(Parameters)));
            blocks.Add(name, block);
            bodies.Add(new(block, map.Find("layers") ?? throw map.Invalid($"the block {name} needs 'layers'")));
        }

        var uses = new Dictionary<Block, List<KeyValuePair<Block, SourcePosition>>>();
        foreach (KeyValuePair<Block, SyntaxNode> body in bodies)
        {
            var reader = new StepReader(blocks);
            body.Key.Steps = reader.ReadList(body.Value, "layers");
            uses.Add(body.Key, reader.Uses);
        }

        RefuseCycles(uses);
        return blocks;
    }

    private static void RefuseCycles(Dictionary<Block, List<KeyValuePair<Block, SourcePosition>>> uses)
    {
        // Blocks whose uses are all known to end are removed until none is left; what remains runs in a circle.
        var usersOf = uses
            .SelectMany(use => use.Value.Select(used => (User: use.Key, Used: used.Key)))
            .ToLookup(pair => pair.Used, pair => pair.User);
        var open = uses.ToDictionary(use => use.Key, use => use.Value.Count);
        var ending = new Stack<Block>(open.Where(use => use.Value == 0).Select(use => use.Key));
        while (ending.Count > 0)
        {
            Block block = ending.Pop();
            open.Remove(block);
            foreach (Block user in usersOf[block].Where(user => --open[user] == 0))
            {
                ending.Push(user);
            }
        }

        if (open.Count > 0)
        {
            throw Circle(open.Keys.First(), block => uses[block].First(used => open.ContainsKey(used.Key)));
        }
    }

    private static NetworkException Circle(Block start, Func<Block, KeyValuePair<Block, SourcePosition>> next)
    {
        var seen = new HashSet<Block>();
        Block block = start;
        while (seen.Add(block))
        {
            block = next(block).Key;
        }

        var names = new List<string>();
        KeyValuePair<Block, SourcePosition> step;
        Block first = block;
        do
        {
            names.Add(block.Name);
            step = next(block);
            block = step.Key;
        }
        while (block != first);
        return new NetworkException(
            ErrorCode.ManifestInvalid, $"a block cannot use itself: {NameList.Of(names, " -> ")} -> {first.Name}")
            .At(layer: null, step.Value);
    }

    private static IReadOnlyList<KeyValuePair<string, InputDefinition>> ReadInputs(MapNode map)
    {
        SyntaxNode? one = map.Find("input");
        SyntaxNode? several = map.Find("inputs");
        if (one is not null && several is not null)
        {
            throw several.Invalid("a manifest has either 'input' or 'inputs'");
        }

        if (one is not null)
        {
            return [new("input", InputDefinition.Read(one))];
        }

        if (several is null)
        {
            throw map.Invalid("a manifest needs 'input', such as input: { channels: 3, height: 224, width: 224 }");
        }

        IReadOnlyList<KeyValuePair<ScalarNode, SyntaxNode>> inputs = Expect.Map(several, "inputs", "names and sizes");
        return inputs.Count == 0
            ? throw several.Invalid("'inputs' is empty")
            : [.. inputs.Select(entry => new KeyValuePair<string, InputDefinition>(
                Expect.PathName(entry.Key).Text, InputDefinition.Read(entry.Value)))];
    }

    private static IReadOnlyList<Variant> ReadVariants(MapNode map, ParameterList parameters, string name)
    {
        SyntaxNode? node = map.Find("variants");
        var entries = Expect.Map(node, "variants", "names and the values of their parameters");
        Sources sources = Sources.Read(
            map.Find(Sources.Key), node is null ? [name] : [.. entries.Select(entry => entry.Key.Text)]);
        if (node is null)
        {
            return [new(name, new Dictionary<string, Value>(), sources.Of(name))];
        }

        var variants = new List<Variant>();
        foreach (KeyValuePair<ScalarNode, SyntaxNode> entry in entries)
        {
            var values = new Dictionary<string, Value>(StringComparer.Ordinal);
            foreach (KeyValuePair<ScalarNode, SyntaxNode> value in
                Expect.Map(entry.Value, $"the variant {entry.Key.Text}", "parameters and values"))
            {
                if (!parameters.Contains(value.Key.Text))
                {
                    throw parameters.Unknown(value.Key.Text, $"'{name}'", ErrorCode.ParameterInvalid)
                        .At(layer: null, value.Key.Position);
                }

                values.Add(value.Key.Text, Value.Read(value.Value, []));
            }

            string variant = Expect.Text(entry.Key, "a variant").Text;
            variants.Add(new(variant, values, sources.Of(variant)));
        }

        return variants.Count > 0 ? variants : throw node.Invalid("'variants' is empty");
    }
}
