using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>One input of a manifest: named sizes, or sizes in a layout; computed when the parameters are known.
/// </summary>
internal sealed class InputDefinition
{
    /// <summary>Which names together make a shape, and its letters with the batch.</summary>
    public static IReadOnlyList<(IReadOnlyList<string> Names, string Layout)> Forms { get; } =
    [
        (["channels", "height", "width"], "NCHW"),
        (["channels", "depth", "height", "width"], "NCDHW"),
        (["channels", "length"], "NCL"),
        (["features"], "NF"),
        (["tokens", "features"], "NTF"),
        (["tokens"], "NT"),
    ];

    /// <summary>The layout of a shape whose axes have no names.</summary>
    public const string AnyLayout = "any";

    /// <summary>What may stand for the layout of a shape.</summary>
    public static IReadOnlyList<string> LayoutWords { get; } = [.. Layouts.Names, AnyLayout];

    private readonly Value? _batch;
    private readonly Value[] _sizes;
    private readonly bool _isShape;
    private readonly SourcePosition _position;

    private InputDefinition(Value? batch, Value[] sizes, string layout, bool isShape, SourcePosition position)
    {
        _batch = batch;
        _sizes = sizes;
        Layout = layout;
        _isShape = isShape;
        _position = position;
    }

    /// <summary>The order of the sizes as they are written: one of <see cref="LayoutWords"/>, or the letters of the
    /// named sizes.</summary>
    public string Layout { get; }

    /// <summary>Reads { channels, height, width } and its kin, or { shape, layout }.</summary>
    public static InputDefinition Read(SyntaxNode node)
    {
        MapNode map = Expect.Map(
            node,
            "an input is a map of sizes such as { channels: 3, height: 224, width: 224 }, "
            + "or { shape: [1, 28, 28, 3], layout: NHWC }");
        return map.Find("shape") is { } shape ? ReadShape(map, shape) : ReadSizes(map);
    }

    /// <summary>The shape, in the engine's order.</summary>
    public TensorShape Evaluate(Scope scope)
    {
        if (_isShape && Layout == AnyLayout)
        {
            return new TensorShape(_sizes.Select(size => size.EvaluateWhole(scope, "an input", least: 1)));
        }

        long[] sizes = [.. _sizes.Select(size => size.EvaluateWhole(scope, "an input", least: 1))];
        if (!_isShape)
        {
            return new TensorShape([_batch?.EvaluateWhole(scope, "batch", least: 1) ?? 1, .. sizes], Layout);
        }

        try
        {
            return Layouts.Canonical(sizes, Layout);
        }
        catch (ArgumentException error)
        {
            throw new NetworkException(ErrorCode.ManifestInvalid, error.Message, error).At(layer: null, _position);
        }
    }

    private static InputDefinition ReadShape(MapNode map, SyntaxNode shape)
    {
        map.Allow("an input with a shape", "shape", "layout");
        SyntaxNode layout = map.Find("layout")
            ?? throw map.Invalid($"an input with a shape needs its layout: one of {string.Join(", ", LayoutWords)}");
        string word = Expect.Text(layout, "layout").Text;
        if (!LayoutWords.Contains(word))
        {
            throw layout.Invalid(
                $"layout '{word}' is not one of {string.Join(", ", LayoutWords)}."
                + NearestWord.Hint(word, LayoutWords));
        }

        return new(null, Value.ReadItems(Expect.List(shape, "shape"), []), word, isShape: true, shape.Position);
    }

    private static InputDefinition ReadSizes(MapNode map)
    {
        map.Allow("an input", [.. Forms.SelectMany(form => form.Names).Distinct(), "batch", "shape", "layout"]);
        var given = map.Entries.Select(entry => entry.Key.Text).Where(name => name != "batch").ToList();
        (IReadOnlyList<string> names, string layout) = Forms.FirstOrDefault(form =>
            form.Names.Count == given.Count && form.Names.All(given.Contains));
        return names is null
            ? throw map.Invalid(
                $"{{ {string.Join(", ", given)} }} is not an input; it takes "
                + string.Join(" or ", Forms.Select(form => "{ " + string.Join(", ", form.Names) + " }"))
                + ", or { shape, layout }")
            : new(
                map.Find("batch") is { } batch ? Value.Read(batch, []) : null,
                [.. names.Select(name => Value.Read(map.Find(name)!, []))],
                layout,
                isShape: false,
                map.Position);
    }
}
