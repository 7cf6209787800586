using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Yaml.Tests.Manifests;

/// <summary>What exported models say that no kind says: stated layers, shapes, weights, types, paths.</summary>
public sealed class StatedLayerTests
{
    [Fact]
    public void A_stated_layer_makes_stores_and_does_what_it_says()
    {
        Network network = Reading.Build("""
            input: { features: 8 }
            layers:
              - stated:
                  kind: mixture
                  makes: [1x4, 1x2]
                  weights: { weight: 32, bias: 4, scale: [{ elements: 2, role: scale }, { elements: 1, role: scale }] }
                  operations:
                    - contraction: { form: linear, outputs: 1x4, terms: 8, bias: true }
                    - elementwise: { function: relu, elements: 4 }
                    - movement: { name: split }
              - linear: { out: 3 }
                from: mixture/1
            """);

        LayerCost[] rows = Rows(network);
        Assert.Equal(["mixture", "linear"], rows.Select(row => row.Kind));
        Assert.Equal("1x4, 1x2", rows[0].OutputShape);
        Assert.Equal((36, 3, 3), (rows[0].Parameters, rows[0].Buffers, rows[0].Scales));
        Assert.Equal((4 * 8, 4 * 16), (rows[0].Macs, rows[0].Flops)); // 2n with a bias; relu is free
        Assert.Equal(9, rows[1].Parameters);
    }

    [Fact]
    public void Sizes_and_counts_may_be_expressions() => Assert.Equal(
        2 * 6 * 5,
        Assert.Single(Rows(Reading.Build("""
            parameters: { n: 5, rows: 6 }
            input: { features: n }
            layers:
              - stated:
                  kind: product
                  makes: [2, rows]
                  operations: [contraction: { form: matmul, outputs: [2, rows], terms: in.features }]
            """))).Macs);

    [Fact]
    public void A_layer_may_make_another_shape_and_store_other_weights_than_its_kind_says()
    {
        LayerCost row = Assert.Single(Rows(Reading.Build("""
            input: { features: 8 }
            layers:
              - linear: { out: 4 }
                makes: 1x2x2
                weights: { weight: { elements: 32, shared: true }, bias: 4 }
            """)));

        Assert.Equal(("1x2x2", 4), (row.OutputShape, row.Parameters));
    }

    [Fact]
    public void A_layer_that_reads_nothing_says_so() => Assert.Empty(Reading.Build("""
        input: { features: 8 }
        layers:
          - stated: { kind: constant, makes: [4], operations: [movement: { name: constant }] }
            from: []
        """).Nodes[0].Inputs);

    [Fact]
    public void Written_shapes_do_not_go_with_inputs_of_another_size()
    {
        NetworkTemplate template = Reading.Template("""
            input: { features: 8 }
            layers:
              - stated: { kind: mix, makes: 1x8, operations: [] }
            """);

        template.Build(new NetworkRequest { BatchSize = 1 }, default);
        var error = Assert.Throws<NetworkException>(
            () => template.Build(new NetworkRequest { BatchSize = 2 }, default));
        Assert.Equal((ErrorCode.ShapeMismatch, "mix"), (error.Code, error.Layer));
        Assert.Contains("fit only the inputs as the manifest has them", error.Message);
    }

    [Fact]
    public void Bytes_are_known_where_the_type_is_said()
    {
        const string layers = """
            input: { features: 8 }
            layers:
              - linear: { out: 4, bias: false }
              - relu
              - linear: { out: 4, bias: false }
                dtype: int4
              - layers: [linear: { out: 2, bias: false }]
                dtype: float16
            """;

        Assert.Equal([null, 0, 8, 16], Rows(Reading.Build(layers)).Select(row => row.ParameterBytes));
        Network typed = Reading.Build("dtype: float32\n" + layers);
        Assert.Equal([128, 0, 8, 16], Rows(typed).Select(row => row.ParameterBytes));
        Assert.Equal(152, Whole(typed).ParameterBytes);
        Assert.Null(Whole(Reading.Build(layers)).ParameterBytes);
    }

    [Fact]
    public void A_path_may_stand_for_a_name_and_one_from_the_top_for_a_layer() => Assert.Equal(
        "1x5",
        Reading.Build("""
            input: { features: 8 }
            layers:
              - linear: { out: 3 }
                name: a/b/c
              - linear: { out: 4 }
                name: b
              - layers:
                  - linear: { out: 5 }
                    name: b
                  - relu:
                    from: /b
                  - relu:
                    from: b
                name: a
            """).OutputShape);

    [Theory]
    [InlineData("[]", "any", "scalar")]
    [InlineData("[3]", "any", "3")]
    [InlineData("[1, 2, 3, 4, 5, 6]", "any", "1x2x3x4x5x6")]
    public void An_input_without_names_of_axes_may_have_any_number_of_them(string shape, string layout, string expected)
    {
        Network network = Reading.Build($"input: {{ shape: {shape}, layout: {layout} }}\nlayers: []");

        Assert.Equal(expected, network.InputShape);
        Assert.Equal(Layouts.OfRank(network.Inputs[0].Tensor.Shape.Rank), network.Inputs[0].Layout);
    }

    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            "stated: [a]", ErrorCode.ManifestInvalid, 3, 13,
            "a stated layer is a map of kind, makes, operations, weights, not a list"
        },
        {
            "stated: { kind: a, operations: [] }", ErrorCode.ArgumentMissing, 3, 13,
            "a stated layer needs 'makes': the shapes that come out"
        },
        {
            "stated: { kind: a, makes: 1x2 }", ErrorCode.ArgumentMissing, 3, 13,
            "a stated layer needs 'operations': what it does"
        },
        {
            "stated: { kind: a, makes: 1x2, operations: [smu: {}] }", ErrorCode.ManifestInvalid, 3, 49,
            "'smu' is no operation; known are contraction, elementwise, normalization, localresponse, pooling, "
            + "softmax, interpolation, sum, movement, folded, custom. Did you mean 'sum'?"
        },
        {
            "stated: { kind: a, makes: 1x2, operations: [sum: { inputs: 3 }] }", ErrorCode.ArgumentMissing, 3, 49,
            "the operation sum needs 'outputs'"
        },
        {
            "stated: { kind: a, makes: 1x2, operations: [sum: { inputs: 3, outputs: -1 }] }",
            ErrorCode.ExpressionInvalid, 3, 76,
            "layer 'a': outputs needs a whole number of at least 0, not -1"
        },
        {
            "stated: { kind: a, makes: 1x2, operations: [softmax: { form: sotfmax, rows: 1, length: 1 }] }",
            ErrorCode.ExpressionInvalid, 3, 66,
            "layer 'a': form needs one of softmax, softmin, logsoftmax, not 'sotfmax'. Did you mean 'softmax'?"
        },
        {
            "stated: { kind: a, makes: 3, operations: [] }", ErrorCode.ExpressionInvalid, 3, 31,
            "layer 'a': makes needs the sizes of a tensor such as 1x64x56x56, not 3"
        },
        {
            "stated: { kind: a, makes: 1x2, operations: [] }\n    weights: { w: 3 }", ErrorCode.ManifestInvalid, 4, 5,
            "'weights' of a stated layer stands with its other facts"
        },
        {
            "layers: []\n    makes: 1x2", ErrorCode.ManifestInvalid, 4, 5,
            "'makes' has a meaning beside a layer alone, not beside others or a block"
        },
        {
            "relu:\n    weights: { w: { elements: 3, role: bufer } }", ErrorCode.ArgumentInvalid, 4, 40,
            "role 'bufer' is not one of parameter, buffer, scale. Did you mean 'buffer'?"
        },
        {
            "relu:\n    weights: { w: { role: buffer } }", ErrorCode.ManifestInvalid, 4, 19,
            "a weight needs 'elements': how many values"
        },
        {
            "relu:\n    from: []", ErrorCode.ManifestInvalid, 4, 11, "'from' names no layer"
        },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void What_is_wrong_is_said_at_its_place(
        string layer, ErrorCode code, int line, int column, string message) =>
        Reading.Fails($"input: {{ features: 2 }}\nlayers:\n  - {layer}", code, line, column, message);

    [Fact]
    public void A_type_that_is_not_known_is_refused_with_the_nearest()
    {
        NetworkException error = Reading.Error("dtype: flaot32\ninput: { features: 2 }\nlayers: []");

        Assert.Equal((ErrorCode.ArgumentInvalid, 1, 8), (error.Code, error.Line, error.Column));
        Assert.EndsWith("Did you mean 'float32'?", error.Message);
    }

    private static CostRow Whole(Network network) =>
        CostCounter.Measure(network, new MeasureOptions(ConventionCatalog.Get("exact"))).Single();

    private static LayerCost[] Rows(Network network) =>
    [
        .. CostCounter
            .Measure(
                network,
                new MeasureOptions(ConventionCatalog.Get("exact")) { GroupBy = CostGrouping.Layer })
            .Cast<LayerCost>(),
    ];
}
