using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>What a convention that is made of a definition counts, and what it leaves to its base.</summary>
public class UserConventionTests
{
    // 2 vectors of 4: attention has 4 projections of 2*4*4, and two products of 2*2*4.
    private static readonly Network s_attention = Nets.Of(Nets.Layer("attention", ("heads", 2)), Nets.Shape(1, 2, 4));

    private static readonly Network s_norm = Nets.Of(Nets.Layer("batchnorm"), Nets.Shape(1, 3, 2, 2));

    private static readonly UserRule s_linear = new("linear", "macs", facts => facts.Macs);

    [Fact]
    public void What_it_has_no_rule_for_is_not_defined()
    {
        var convention = new UserConvention(new() { Rules = [s_linear], Free = ["relu"] });

        CostRow row = Cost(s_attention, convention);

        Assert.Equal((4L * 2 * 4 * 4, null), (row.Macs, row.Flops));
        Assert.Contains("softmax", row.Uncounted);
        Assert.Equal(
            ["linear: macs", "free: relu", "everything else that computes is not defined and adds nothing"],
            convention.Rules);
    }

    [Fact]
    public void What_it_has_no_rule_for_is_as_in_its_base()
    {
        var fvcore = ConventionCatalog.Get("fvcore");
        var convention = new UserConvention(new() { Base = fvcore, Rules = [new("linear", "0", facts => 0)] });

        Assert.Equal(2 * (2L * 2 * 4), Cost(s_attention, convention).Macs);
        Assert.Equal(2L * 12, Cost(s_norm, convention).Macs);
        Assert.Equal("everything else: as fvcore", convention.Rules[^1]);
    }

    [Fact]
    public void What_a_custom_layer_states_is_priced_by_the_base()
    {
        Network custom = Nets.Of(Nets.Layer("custom", ("macs", 10)), Nets.Shape(3, 4));
        var own = new UserConventionDefinition { Figures = Figures.MacsAndFlops, Rules = [s_linear] };
        var based = new UserConventionDefinition
        {
            Figures = Figures.MacsAndFlops,
            Rules = [s_linear],
            Base = ConventionCatalog.Get("mac"),
        };

        CostRow ofOwn = Cost(custom, new UserConvention(own));
        CostRow ofBase = Cost(custom, new UserConvention(based));

        Assert.Equal((3 * 10, null), (ofOwn.Macs, ofOwn.Flops));
        Assert.Equal((3 * 10, 2 * 3 * 10), (ofBase.Macs, ofBase.Flops));
    }

    [Theory]
    [InlineData(null, null, 128)]
    [InlineData(null, true, 128)]
    [InlineData(null, false, 0)]
    [InlineData("thop", null, 0)]
    [InlineData("thop", true, 128)]
    [InlineData("fvcore", null, 128 + 32)]
    public void It_looks_into_layers_without_a_rule_unless_it_or_its_base_says_otherwise(
        string? origin, bool? looksInside, long macs)
    {
        var convention = new UserConvention(new()
        {
            Rules = [s_linear],
            LooksInside = looksInside,
            Base = origin is null ? null : ConventionCatalog.Get(origin),
        });

        Assert.Equal(macs, Cost(s_attention, convention).Macs ?? 0);
    }

    [Fact]
    public void An_operation_inside_a_layer_may_have_another_rule_than_a_layer_of_its_own()
    {
        var convention = new UserConvention(new()
        {
            Rules = [s_linear],
            Inside = [new("linear", "2 * macs", facts => 2 * facts.Macs)],
        });

        Assert.Equal(2 * 128, Cost(s_attention, convention).Macs);
        Assert.Equal(4 * 5, Cost(Nets.Of(Nets.Layer("linear", ("out", 5)), Nets.Shape(1, 4)), convention).Macs);
        Assert.Contains("linear: 2 * macs inside other layers", convention.Rules);
    }

    [Theory]
    [InlineData(null, null, 6)]
    [InlineData(CountedWeights.Trainable, null, 6)]
    [InlineData(CountedWeights.All, null, 6 + 6)]
    [InlineData(CountedWeights.Known, null, 0)]
    [InlineData(null, "paddle", 6 + 6)]
    [InlineData(CountedWeights.Trainable, "paddle", 6)]
    public void The_weights_that_are_parameters_are_those_it_says_or_its_base(
        CountedWeights? weights, string? origin, long parameters)
    {
        var convention = new UserConvention(new()
        {
            Rules = [s_linear],
            Parameters = weights,
            Base = origin is null ? null : ConventionCatalog.Get(origin),
        });

        Assert.Equal(parameters, Cost(s_norm, convention).Parameters);
    }

    [Fact]
    public void Known_weights_are_those_of_layers_that_run()
    {
        var convention = new UserConvention(new() { Rules = [s_linear], Parameters = CountedWeights.Known });
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(1, 3));
        Node runs = builder.Add("runs", Nets.Layer("linear", ("out", 4)), [input]);
        builder.Add("idle", Nets.Layer("linear", ("out", 2)), [input], position: null, NodeRole.Idle);

        Assert.Equal((3 * 4) + 4, Cost(builder.Build("net", runs.Outputs), convention).Parameters);
    }

    [Fact]
    public void What_is_wrong_with_a_rule_is_said_with_the_layer()
    {
        var wrong = new NetworkException(ErrorCode.ExpressionInvalid, "no such fact");
        var convention = new UserConvention(new() { Rules = [new("linear", "?", _ => throw wrong)] });
        Network network = Nets.Of(Nets.Layer("linear", ("out", 5)), Nets.Shape(1, 4));

        var error = Assert.Throws<NetworkException>(() => Cost(network, convention));

        Assert.Equal((ErrorCode.ExpressionInvalid, "linear"), (error.Code, error.Layer));
    }

    private static CostRow Cost(Network network, Convention convention) =>
        CostCounter.Measure(network, new MeasureOptions(convention)).Single();
}
