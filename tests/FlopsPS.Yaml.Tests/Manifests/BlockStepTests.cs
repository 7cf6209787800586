using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

public sealed class BlockStepTests
{
    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        {
            """
            input: { features: 4 }
            blocks:
              outer: { parameters: { width: 3 }, layers: [inner] }
              inner: { layers: [{ linear: { out: width } }] }
            layers: [outer]
            """,
            ExpressionInvalid, 4, 38,
            "layer 'outer/inner/linear': 'width' is not known here."
        },
        {
            """
            input: { features: 4 }
            blocks:
              unit: { layers: [{ linear: { out: index } }] }
            layers:
              - unit:
                repeat: 2
            """,
            ExpressionInvalid, 3, 37,
            "layer 'unit/0/linear': 'index' is not known here."
        },
        {
            """
            input: { features: 4 }
            blocks:
              unit: { parameters: { width: 2*depth, depth: 1 }, layers: [relu] }
            layers: [unit]
            """,
            ExpressionInvalid, 3, 32,
            "layer 'unit': 'depth' is not known here. (in '2*depth')"
        },
        {
            """
            input: { features: 4 }
            blocks:
              unit: { parameters: { width: }, layers: [relu] }
            layers:
              - unit: { width: depth }
            """,
            ExpressionInvalid, 5, 20,
            "layer 'unit': 'depth' is not known here."
        },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void What_is_wrong_is_said_at_its_place(
        string manifest, ErrorCode code, int line, int column, string message)
    {
        Reading.Fails(manifest, code, line, column, message);
    }

    [Fact]
    public void A_block_sees_the_parameters_of_the_manifest_and_its_own()
    {
        Assert.Equal(["unit/linear 1x3", "unit2/linear 1x8", "unit3/linear 1x16"], Reading.Shapes("""
            parameters: { width: 8, factor: 1 }
            input: { features: 4 }
            blocks:
              unit:
                parameters: { out: width, factor: 1 }
                layers: [{ linear: { out: factor*out } }]
            layers:
              - unit: { out: 3 }
              - unit
              - unit: { factor: 2*factor }
            """));
    }

    [Fact]
    public void A_default_may_use_the_parameters_before_it_and_the_tensor_that_comes_in()
    {
        Assert.Equal(
            ["unit/linear 1x4", "unit/linear2 1x8", "unit2/linear 1x5", "unit2/linear2 1x10"],
            Reading.Shapes("""
            input: { features: 4 }
            blocks:
              unit:
                parameters: { narrow: in.features, wide: 2*narrow }
                layers: [{ linear: { out: narrow } }, { linear: { out: wide } }]
            layers:
              - unit
              - { unit: { narrow: 5 }, from: input }
            """));
    }

    [Fact]
    public void An_argument_is_computed_where_the_block_is_used()
    {
        Assert.Equal(["unit/0/linear 1x10", "unit/1/linear 1x21"], Reading.Shapes("""
            input: { features: 4 }
            blocks:
              unit: { parameters: { out: }, layers: [{ linear: { out: out } }] }
            layers:
              - unit: { out: 10*(index + 1) + index }
                repeat: 2
            """));
    }

    [Fact]
    public void Words_lists_and_truth_values_pass_through_parameters()
    {
        Assert.Equal(
            ["unit/conv 1x5x8x4", "unit/relu 1x5x8x4", "unit2/conv 1x5x6x4", "unit2/gelu 1x5x6x4"],
            Reading.Shapes("""
            input: { channels: 3, height: 8, width: 4 }
            blocks:
              unit:
                parameters: { act: , kernel: 3, padding: same, bias: true }
                layers:
                  - conv: { out: 5, kernel: kernel, padding: padding, bias: bias }
                  - { relu: , when: act == relu }
                  - { gelu: , when: act == gelu }
            layers:
              - unit: { act: relu }
              - unit: { act: gelu, kernel: [3, 1], padding: valid, bias: not true }
            """));
    }

    [Fact]
    public void Blocks_nest_and_may_stand_in_any_order()
    {
        Assert.Equal("outer/inner/relu outer/inner2/relu", Reading.Paths("""
            input: { features: 4 }
            blocks:
              outer: { layers: [inner, inner] }
              inner: { description: The inner one., layers: [relu] }
            layers: [outer]
            """));
    }

    [Fact]
    public void A_block_can_be_skipped_and_repeated()
    {
        Assert.Equal("unit/0/relu unit/1/relu unit3/relu", Reading.Paths("""
            input: { features: 4 }
            blocks: { unit: { layers: [relu] } }
            layers:
              - { unit: , repeat: 2 }
              - { unit: , when: false }
              - unit
            """));
    }
}
