using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Manifests;

namespace FlopsPS.Yaml.Writing;

/// <summary>A network as the text of a manifest.</summary>
internal static class NetworkText
{
    /// <summary>The text: name, source, inputs, and the layers.</summary>
    /// <exception cref="NetworkException">A layer cannot be written; the error names it.</exception>
    /// <param name="network">The network.</param>
    /// <param name="hasStructures">Whether residuals and branches are written as such.</param>
    public static string Of(Network network, bool hasStructures)
    {
        DataType? standard = WeightsText.StandardOf(network);
        var document = new YamlMap
        {
            { "name", new YamlSentence(network.Name) },
            { "description", network.Description.Length > 0 ? new YamlSentence(network.Description) : null },
            { Sources.Key, Source(network) },
            { DataTypes.Key, standard?.Name },
        };
        if (network.Inputs.Count == 1 && network.Inputs[0].Name == "input")
        {
            document.Add("input", Input(network.Inputs[0]));
        }
        else
        {
            var inputs = new YamlMap();
            foreach (NetworkInput input in network.Inputs)
            {
                inputs.Add(YamlText.Scalar(input.Name), Input(input));
            }

            document.Add("inputs", inputs);
        }

        document.Add(StepReader.Group, Outline.Of(network, standard, hasStructures));
        return YamlText.Of(document);
    }

    private static YamlMap? Source(Network network)
    {
        string[] texts =
        [
            network.Family,
            network.Year is { } year ? RawText.Of((long)year) : string.Empty,
            network.Paper,
            network.Implementation,
        ];
        var source = new YamlMap();
        foreach ((string fact, string text) in Sources.Facts.Zip(texts, (fact, text) => (fact, text)))
        {
            source.Add(fact, text.Length > 0 ? new YamlSentence(text) : null);
        }

        return source.Count > 0 ? source : null;
    }

    private static YamlMap Input(NetworkInput input)
    {
        TensorShape shape = input.Tensor.Shape;
        (IReadOnlyList<string> names, string layout) =
            InputDefinition.Forms.FirstOrDefault(form => form.Layout == shape.Layout);
        if (names is not null && (input.Layout == layout || !FitsLayout(input)))
        {
            var sizes = new YamlMap();
            for (int i = 0; i < names.Count; i++)
            {
                sizes.Add(names[i], RawText.Of(shape[i + 1]));
            }

            sizes.Add("batch", shape[0] == 1 ? null : RawText.Of(shape[0]));
            return sizes;
        }

        bool isLaidOut = FitsLayout(input);
        IEnumerable<long> written = isLaidOut
            ? Layouts.Letters(input.Layout).Select(letter => shape[shape.AxisOf(letter)])
            : shape.Sizes;
        return new()
        {
            { "shape", RawText.Of(written.ToArray()) },
            { "layout", isLaidOut ? input.Layout : InputDefinition.AnyLayout },
        };
    }

    // Whether the sizes can be written in the order of the author, and come back as they are.
    private static bool FitsLayout(NetworkInput input) =>
        Layouts.Names.Contains(input.Layout)
        && input.Tensor.Shape.Rank == input.Layout.Length
        && Layouts.Canonical([.. input.Tensor.Shape.Sizes], input.Layout).Layout == input.Tensor.Shape.Layout;
}
