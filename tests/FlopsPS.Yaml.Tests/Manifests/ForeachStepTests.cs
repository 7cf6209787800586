using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class ForeachStepTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: { features: 4 }
            layers:
              - foreach: { in: [b], as: a, layers: [] }
            """,
            ExpressionInvalid, 3, 21,
            "'b' is not known here."
        },
        {
            """
            input: { features: 4 }
            layers:
              - foreach:
                  in: [[1, 2], [2*b, 3]]
                  as: [a, b]
                  layers: [relu]
                name: table
            """,
            ExpressionInvalid, 4, 21,
            "layer 'table': 'b' is not known here. (in '2*b')"
        },
        {
            """
            input: { features: 4 }
            layers:
              - foreach:
                  in: [8, 0]
                  as: width
                  layers:
                    - linear: { out: width }
            """,
            ArgumentInvalid, 7, 26,
            "layer 'linear2': out '0' is not a whole number of at least 1."
        },
        {
            """
            input: { features: 4 }
            parameters: { table: 3 }
            layers:
              - foreach: { in: table, as: a, layers: [] }
            """,
            ExpressionInvalid, 4, 20,
            "in needs a list, not 3 (in 'table')"
        },
        {
            """
            input: { features: 4 }
            parameters: { stages: [[1, 2], [3]] }
            layers:
              - foreach: { in: stages, as: [a, b], layers: [] }
                name: table
            """,
            ExpressionInvalid, 4, 20,
            "layer 'table': values in a row: 1; names under 'as': 2 (in 'stages')"
        },
    };

    [Fact]
    public void A_variant_sets_the_table_through_a_parameter()
    {
        const string Manifest =
            """
            input: { features: 4 }
            parameters: { stages: [[8, true], [16, false]] }
            variants:
              small: {}
              large: { stages: [[32, true], [4*16, true]] }
            layers:
              - foreach:
                  in: stages
                  as: [out, active]
                  layers:
                    - linear: { out: out }
                    - relu:
                      when: active
            """;

        IReadOnlyList<NetworkTemplate> templates = ManifestReader.Read(Manifest, "m.yaml", "m");

        Assert.Equal("linear relu linear2", Paths(templates[0]));
        Assert.Equal("linear relu linear2 relu2", Paths(templates[1]));
    }

    [Fact]
    public void A_row_of_one_cell_needs_no_brackets() => Assert.Equal(
        ["linear 1x8", "linear2 1x16"],
        Reading.Shapes(
            """
            input: { features: 4 }
            parameters: { widths: [8, 16] }
            layers:
              - foreach: { in: widths, as: w, layers: [linear: { out: w }] }
            """));

    [Theory]
    [MemberData(nameof(Errors))]
    public void What_is_wrong_is_said_at_its_place(
        string manifest, ErrorCode code, int line, int column, string message)
    {
        Reading.Fails(manifest, code, line, column, message);
    }

    [Fact]
    public void Each_row_sets_the_names_of_the_columns()
    {
        Assert.Equal(["linear 1x16", "relu 1x16", "linear2 1x48"], Reading.Shapes("""
            parameters: { width: 8 }
            input: { features: 4 }
            layers:
              - foreach:
                  in: [[width, 2, true], [2*in.features, 1.5, false]]
                  as: [out, factor, act]
                  layers:
                    - linear: { out: out*factor }
                    - { relu: , when: act }
            """));
    }

    [Fact]
    public void A_row_of_one_value_needs_no_list()
    {
        Assert.Equal(["linear 1x3", "linear2 1x6"], Reading.Shapes("""
            input: { features: 4 }
            layers:
              - foreach: { in: [3, 5], as: out, layers: [{ linear: { out: out + index } }] }
            """));
    }

    [Fact]
    public void Tables_nest()
    {
        Assert.Equal(["linear 1x11", "linear2 1x12", "linear3 1x21", "linear4 1x22"], Reading.Shapes("""
            input: { features: 4 }
            layers:
              - foreach:
                  in: [10, 20]
                  as: a
                  layers:
                    - foreach: { in: [1, 2], as: [b], layers: [{ linear: { out: a + b } }] }
            """));
    }

    [Fact]
    public void An_empty_table_hands_on_what_comes_in() => Assert.Equal("relu", Reading.Paths("""
        input: { features: 4 }
        layers:
          - foreach: { in: [], as: a, layers: [tanh] }
          - relu
        """));

    private static string Paths(NetworkTemplate template) =>
        string.Join(" ", template.Build(NetworkRequest.None, default).Nodes.Select(node => node.Path));
}
