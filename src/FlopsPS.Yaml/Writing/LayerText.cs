using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Manifests;

namespace FlopsPS.Yaml.Writing;

/// <summary>A layer as a manifest says it, without its name and what it reads.</summary>
internal sealed class LayerText
{
    private LayerText(string word, object arguments, string defaultName, YamlMap siblings)
    {
        Word = word;
        Arguments = arguments;
        DefaultName = defaultName;
        Siblings = siblings;
    }

    /// <summary>The kind, or the word for a layer that is in no catalogue.</summary>
    public string Word { get; }

    /// <summary>A map; an empty text where all arguments are at their defaults.</summary>
    public object Arguments { get; }

    /// <summary>What a layer without a name is called after.</summary>
    public string DefaultName { get; }

    /// <summary>What stands beside the kind.</summary>
    public YamlMap Siblings { get; }

    /// <summary>The text of a node that reads tensors of these shapes, and the shapes that whoever reads it will find
    /// coming out: equal to those of the node, but their axes may have other names.</summary>
    /// <param name="node">The node.</param>
    /// <param name="inputs">The shapes that go in.</param>
    /// <param name="standard">The type of weights that goes without saying, or null.</param>
    public static (LayerText Text, IReadOnlyList<TensorShape> Outputs) Of(
        Node node, IReadOnlyList<TensorShape> inputs, DataType? standard)
    {
        TensorShape[] own = [.. node.Outputs.Select(tensor => tensor.Shape)];
        if (node.Layer.Definition is not StatedKind)
        {
            IReadOnlyList<TensorShape>? found = Infer(node.Layer, inputs);
            bool isInferred = found?.SequenceEqual(own) == true;
            return (OfKind(node, node.Layer, isInferred, standard), isInferred ? found! : Unnamed(own));
        }

        foreach (Layer twin in Twins.Of(node))
        {
            if (Infer(twin, inputs) is { } found && found.SequenceEqual(own) && DoesSame(node, twin, inputs, found))
            {
                return (OfKind(node, twin, isInferred: true, standard), found);
            }
        }

        return (OfStated(node, standard), Unnamed(own));
    }

    /// <summary>An operation: its word and its facts.</summary>
    public static YamlMap Of(Operation operation)
    {
        var form = OperationForm.Of(operation);
        var facts = new YamlMap();
        foreach (OperationFact fact in form.Facts)
        {
            facts.Add(fact.Name, fact.Of(operation) switch
            {
                null => null,
                string text when fact.Type == FactType.Text => YamlText.Scalar(text),
                IReadOnlyList<long> sizes => Shape(sizes),
                var value => RawText.Of(value),
            });
        }

        return new YamlMap { { form.Word, facts } };
    }

    // Shapes that are written down have the usual letters.
    private static IReadOnlyList<TensorShape> Unnamed(IEnumerable<TensorShape> shapes) =>
        [.. shapes.Select(shape => new TensorShape(shape.Sizes))];

    private static LayerText OfKind(Node node, Layer layer, bool isInferred, DataType? standard)
    {
        var arguments = new YamlMap();
        foreach (KeyValuePair<Argument, object> given in layer.GivenArguments)
        {
            arguments.Add(given.Key.Name, given.Key.Type == ArgumentType.Text
                ? YamlText.Quoted(given.Value.ToString())
                : given.Key.TextOf(given.Value));
        }

        var siblings = new YamlMap();
        if (!isInferred)
        {
            siblings.Add(StatedFacts.Makes, Shapes(node));
        }

        siblings.With(WeightsText.Of(node, layer, standard));
        return new(layer.Kind, arguments.Count > 0 ? arguments : string.Empty, layer.Kind, siblings);
    }

    private static LayerText OfStated(Node node, DataType? standard)
    {
        var facts = new YamlMap
        {
            { "kind", YamlText.Scalar(node.Layer.Kind) },
            { StatedFacts.Makes, Shapes(node) },
            { "operations", new YamlList([.. Lowered(node).Operations.Select(Of)]) },
        };
        YamlMap weights = WeightsText.Of(node, layer: null, standard);
        return new(StepReader.Stated, facts.With(weights), node.Layer.Kind, []);
    }

    private static Lowering Lowered(Node node)
    {
        var lowering = new Lowering();
        node.Lower(lowering);
        return lowering;
    }

    private static bool DoesSame(
        Node node, Layer twin, IReadOnlyList<TensorShape> inputs, IReadOnlyList<TensorShape> outputs)
    {
        var lowering = new Lowering();
        twin.Definition.Lower(new(twin, inputs, outputs), lowering);
        return lowering.Operations.Select(Text).SequenceEqual(Lowered(node).Operations.Select(Text));
    }

    private static string Text(Operation operation) => YamlText.Of(Of(operation));

    private static IReadOnlyList<TensorShape>? Infer(Layer layer, IReadOnlyList<TensorShape> inputs)
    {
        (int least, int most) = layer.Definition.InputCount;
        if (inputs.Count < least || inputs.Count > most)
        {
            return null;
        }

        try
        {
            return layer.Definition.Infer(layer, inputs);
        }
        catch (Exception error) when (error is NetworkException or OverflowException)
        {
            return null;
        }
    }

    private static object Shapes(Node node)
    {
        TensorShape[] shapes = [.. node.Outputs.Select(tensor => tensor.Shape)];
        return shapes.Length == 1 && shapes[0].Rank > 0
            ? Shape(shapes[0].Sizes)
            : new YamlList([.. shapes.Select(shape => Shape(shape.Sizes))]);
    }

    // 1x64x56x56; a lone size, or none, in brackets.
    private static string Shape(IReadOnlyList<long> sizes) =>
        sizes.Count > 1 ? new TensorShape(sizes).ToString() : RawText.Of(sizes);
}
