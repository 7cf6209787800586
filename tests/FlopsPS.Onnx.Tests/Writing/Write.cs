using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FlopsPS.Onnx.Tests.Writing;

/// <summary>The messages of a model, with the field numbers of onnx.proto3.</summary>
internal static class Write
{
    public const int Float = 1;
    public const int Int64 = 7;

    /// <summary>A model of one graph.</summary>
    public static byte[] Model(Message graph, long opset = 17, params IEnumerable<Message> functions) => new Message()
        .Varint(1, 8)
        .Nest(7, graph)
        .Nest(8, new Message().Text(1, string.Empty).Varint(2, opset))
        .Nest(8, new Message().Text(1, "com.microsoft").Varint(2, 1))
        .Nest(8, new Message().Text(1, "ai.onnx.ml").Varint(2, 3))
        .Nest(8, new Message().Text(1, "my").Varint(2, 1))
        .Nest(25, functions)
        .Bytes;

    /// <summary>A graph.</summary>
    public static Message Graph(
        IEnumerable<Message> nodes,
        IEnumerable<Message> inputs,
        IEnumerable<Message> outputs,
        params IEnumerable<Message> initializers) => new Message()
        .Nest(1, nodes)
        .Text(2, "graph")
        .Nest(5, initializers)
        .Nest(11, inputs)
        .Nest(12, outputs);

    /// <summary>A node: Conv(x, w) -> y, the names with blanks between them, - for an optional input.</summary>
    public static Message Node(string @operator, string inputs, string outputs, params IEnumerable<Message> attributes)
    {
        string[] parts = @operator.Split('/');
        var node = new Message();
        foreach (string input in inputs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            node.Text(1, input == "-" ? string.Empty : input);
        }

        foreach (string output in outputs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            node.Text(2, output);
        }

        return node.Text(4, parts[^1]).Nest(5, attributes).Text(7, parts.Length > 1 ? parts[0] : string.Empty);
    }

    /// <summary>A value with its sizes; a size that is a text is a name.</summary>
    public static Message Value(string name, params IEnumerable<object> sizes) => Typed(name, Float, sizes);

    /// <summary>A value of a type.</summary>
    public static Message Typed(string name, int type, params IEnumerable<object> sizes) => new Message()
        .Text(1, name)
        .Nest(2, new Message().Nest(1, new Message()
            .Varint(1, type)
            .Nest(2, new Message().Nest(1, sizes.Select(size => size is string text
                ? new Message().Text(2, text)
                : new Message().Varint(1, Convert.ToInt64(size, CultureInfo.InvariantCulture)))))));

    /// <summary>A value without type and shape.</summary>
    public static Message Bare(string name) => new Message().Text(1, name);

    /// <summary>A stored tensor of fractions, whose data are not there.</summary>
    public static Message Weight(string name, params IEnumerable<long> sizes) =>
        Sizes(new Message(), sizes).Varint(2, Float).Text(8, name);

    /// <summary>A stored tensor of ones.</summary>
    public static Message Ones(string name, params long[] sizes)
    {
        long count = sizes.Aggregate(1L, (product, size) => product * size);
        return Weight(name, sizes)
            .Raw(9, [.. Enumerable.Repeat(1f, (int)count).SelectMany(BitConverter.GetBytes)]);
    }

    /// <summary>A value of a type, whose shape is not said.</summary>
    public static Message Shapeless(string name, int type) => new Message()
        .Text(1, name)
        .Nest(2, new Message().Nest(1, new Message().Varint(1, type)));

    /// <summary>A stored list of whole numbers.</summary>
    public static Message Wholes(string name, params long[] values) =>
        Stored(name, Int64, [values.Length], [.. values.SelectMany(BitConverter.GetBytes)]);

    /// <summary>A stored list of fractions.</summary>
    public static Message Reals(string name, params float[] values) =>
        Stored(name, Float, [values.Length], [.. values.SelectMany(BitConverter.GetBytes)]);

    /// <summary>A stored whole number.</summary>
    public static Message Whole(string name, long value) => Stored(name, Int64, [], BitConverter.GetBytes(value));

    /// <summary>A stored fraction.</summary>
    public static Message Number(string name, float value) => Stored(name, Float, [], BitConverter.GetBytes(value));

    /// <summary>A stored tensor of the index 0.</summary>
    public static Message Indices(string name, params long[] sizes) => Stored(
        name, Int64, sizes, new byte[sizes.Aggregate((long)sizeof(long), (product, size) => product * size)]);

    /// <summary>A stored tensor of a type.</summary>
    public static Message Stored(string name, int type, IEnumerable<long> sizes, byte[] data) =>
        Sizes(new Message(), sizes).Varint(2, type).Text(8, name).Raw(9, data);

    public static Message Attribute(string name, long value) =>
        new Message().Text(1, name).Varint(3, value).Varint(20, 2);

    public static Message Attribute(string name, string value) =>
        new Message().Text(1, name).Text(4, value).Varint(20, 3);

    public static Message Attribute(string name, params long[] values)
    {
        var attribute = new Message().Text(1, name);
        foreach (long value in values)
        {
            attribute.Varint(8, value);
        }

        return attribute.Varint(20, 7);
    }

    public static Message Attribute(string name, float value) =>
        new Message().Text(1, name).Single(2, value).Varint(20, 1);

    /// <summary>An attribute of fractions.</summary>
    public static Message Fractions(string name, params IEnumerable<float> values)
    {
        var attribute = new Message().Text(1, name);
        foreach (float value in values)
        {
            attribute.Single(7, value);
        }

        return attribute.Varint(20, 6);
    }

    public static Message Attribute(string name, params string[] values)
    {
        var attribute = new Message().Text(1, name);
        foreach (string value in values)
        {
            attribute.Text(9, value);
        }

        return attribute.Varint(20, 8);
    }

    public static Message GraphAttribute(string name, Message graph) =>
        new Message().Text(1, name).Nest(6, graph).Varint(20, 5);

    /// <summary>A function of the domain my.</summary>
    public static Message Function(string name, string inputs, string outputs, params IEnumerable<Message> nodes)
    {
        var function = new Message().Text(1, name);
        foreach (string input in inputs.Split(' '))
        {
            function.Text(4, input);
        }

        foreach (string output in outputs.Split(' '))
        {
            function.Text(5, output);
        }

        return function
            .Nest(7, nodes)
            .Nest(9, new Message().Text(1, string.Empty).Varint(2, 17))
            .Nest(9, new Message().Text(1, "my").Varint(2, 1))
            .Text(10, "my");
    }

    private static Message Sizes(Message message, IEnumerable<long> sizes)
    {
        foreach (long size in sizes)
        {
            message.Varint(1, size);
        }

        return message;
    }
}
