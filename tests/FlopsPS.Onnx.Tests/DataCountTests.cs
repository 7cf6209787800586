using System.Collections.Generic;
using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>Operators that make as many of something as data decide: what is said of them, and what is counted behind
/// them once the caller says how many.</summary>
public sealed class DataCountTests
{
    private static readonly Dictionary<string, (byte[] Model, string Name, long Count)> s_cases = new()
    {
        ["NonZero"] = (One("NonZero", "x", "y", [Value("x", 3, 4)], [], Int64), "y", 12),
        ["Compress"] = (One("Compress", "x c", "y", [Value("x", 3, 4), Typed("c", 9, 2)], [], Float), "y", 2),
        ["Compress, axis"] = (
            One("Compress", "x c", "y", [Value("x", 3, 4), Typed("c", 9, 3)], [Attribute("axis", 1)], Float), "y", 3),
        ["NonMaxSuppression"] = (
            One(
                "NonMaxSuppression", "x s n", "y", [Value("x", 1, 5, 4), Value("s", 1, 2, 5)], [], Int64,
                Wholes("n", 1)),
            "y",
            2),
        ["Unique"] = (One("Unique", "x", "y i v c", [Value("x", 3, 4)], [], Float), "y", 1),
        ["Unique, axis"] = (One("Unique", "x", "y i v c", [Value("x", 3, 4)], [Attribute("axis", 1)], Float), "y", 1),
        ["com.microsoft.Unique"] = (One("com.microsoft/Unique", "x", "y v c", [Value("x", 12)], [], Float), "y", 1),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_count_that_is_given_makes_the_shapes_that_the_runtime_makes(string name)
    {
        (byte[] model, string dimension, long count) = s_cases[name];

        Network network = Models.Read(model, name, (dimension, count));

        Assert.Equal(OnnxRuntime.Outputs(model), Models.Outputs(network));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_count_that_is_not_given_is_named_with_what_gives_it(string name)
    {
        (byte[] model, string dimension, _) = s_cases[name];

        string uncounted = Models.Measure(Models.Read(model, name)).Uncounted!;

        Assert.EndsWith($"depends on data; -Dimension says it by '{dimension}')", uncounted);
    }

    [Fact]
    public void Layers_behind_a_count_that_is_not_given_say_the_same_of_it()
    {
        byte[] model = Model(Graph(
            [
                Node("NonZero", "x", "n").Text(3, "/find/NonZero"),
                Node("Transpose", "n", "t"),
                Node("Cast", "t", "c", Attribute("to", Float)),
                Node("MatMul", "c w", "u"),
                Node("Relu", "u", "v"),
                Node("MatMul", "v v", "y"),
            ],
            [Value("x", 3, 4)],
            [Shapeless("y", Float)],
            Weight("w", 2, 5)));

        CostRow row = Models.Measure(Models.Read(model, "behind"));
        CostRow given = Models.Measure(Models.Read(model, "behind", ("find/NonZero", 5L)));

        Assert.Equal(
            "NonZero (how many elements are not 0 depends on data; -Dimension says it by the name of the node), "
            + "Transpose (what NonZero makes depends on data), Cast (what NonZero makes depends on data), "
            + "MatMul (what NonZero makes depends on data) x2, Relu (what NonZero makes depends on data)",
            row.Uncounted);
        Assert.Null(given.Uncounted);
        Assert.Equal((5 * 2 * 5) + (5 * 5 * 5), given.Macs);
    }

    [Fact]
    public void Layers_behind_a_count_are_counted_once_it_is_given()
    {
        byte[] model = Model(Graph(
            [
                Node("If", "b", "y", GraphAttribute("then_branch", Chosen()), GraphAttribute("else_branch", Chosen())),
            ],
            [Value("x", 3, 4), Typed("b", 9)],
            [Shapeless("y", Float)],
            Weight("w", 6, 4)));

        CostRow without = Models.Measure(Models.Read(model, "chosen"));
        CostRow with = Models.Measure(Models.Read(model, "chosen", ("n", 100L)));

        Assert.Contains("Gemm", without.Uncounted);
        Assert.Null(with.Uncounted);
        Assert.Equal(100 * 4 * 6, with.Macs);
        Assert.Equal(without.Parameters, with.Parameters);
    }

    [Fact]
    public void The_work_of_a_suppression_stays_uncounted()
    {
        (byte[] model, string dimension, long count) = s_cases["NonMaxSuppression"];

        CostRow row = Models.Measure(Models.Read(model, "nms", (dimension, count)));

        Assert.Equal("NonMaxSuppression (how much is compared depends on data)", row.Uncounted);
    }

    [Theory]
    [InlineData("boxes", "")]
    [InlineData("Y", " Did you mean 'y'?")]
    public void A_name_that_nothing_makes_is_refused_with_one_that_does(string name, string hint)
    {
        var error = Assert.Throws<NetworkException>(() => Models.Read(s_cases["NonZero"].Model, "m", (name, 3L)));

        Assert.Equal(ErrorCode.ParameterInvalid, error.Code);
        Assert.Equal(
            $"'{name}' cannot be set: the model leaves no dimension open but what data decide, by the name of the node: y."
                + hint,
            error.Reason);
    }

    private static Message Chosen() => Graph(
        [
            Node("NonZero", "x", "n"),
            Node("Transpose", "n", "t"),
            Node("Slice", "t a o p", "i"),
            Node("GatherND", "x i", "g"),
            Node("Gemm", "g w", "z", Attribute("transB", 1)),
        ],
        [],
        [Shapeless("z", Float)],
        Wholes("a", 0),
        Wholes("o", 1),
        Wholes("p", 1));

    private static byte[] One(
        string @operator,
        string inputs,
        string outputs,
        Message[] values,
        Message[] attributes,
        int type,
        params Message[] stored)
    {
        IEnumerable<Message> made = outputs.Split(' ').Select((name, i) => Shapeless(name, i == 0 ? type : Int64));
        return Model(Graph([Node(@operator, inputs, outputs, attributes)], values, made, stored));
    }
}
