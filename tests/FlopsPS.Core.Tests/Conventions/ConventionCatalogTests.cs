using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Conventions;

public class ConventionCatalogTests
{
    public static TheoryData<string> Names => [.. ConventionCatalog.All.Select(convention => convention.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_convention_says_what_it_counts_and_where_that_is_written(string name)
    {
        Convention convention = ConventionCatalog.Get(name);

        Assert.EndsWith(".", convention.Summary);
        Assert.NotEmpty(convention.Source);
        Assert.NotEmpty(convention.Rules);
        Assert.All(convention.Rules.Concat(convention.Quirks), Assert.NotEmpty);
        Assert.True(convention.DefinesMacs || convention.DefinesFlops);
    }

    [Fact]
    public void Ours_are_there_and_exact_is_the_default()
    {
        string[] names = [.. ConventionCatalog.All.Select(convention => convention.Name)];

        Assert.Subset(names.ToHashSet(), new[] { "exact", "exact-nobias", "mac", "molchanov", "full" }.ToHashSet());
        Assert.Equal("exact", ConventionCatalog.Default);
        Assert.Equal("exact", ConventionCatalog.Get("EXACT").Name);
    }

    [Fact]
    public void An_unknown_convention_names_the_nearest_and_all()
    {
        var error = Assert.Throws<NetworkException>(() => ConventionCatalog.Get("exakt"));

        Assert.Equal(ErrorCode.ConventionUnknown, error.Code);
        Assert.Contains("Did you mean 'exact'?", error.Message);
        Assert.Contains("molchanov", error.Message);
    }

    [Fact]
    public void Molchanov_has_no_formula_for_transposed_convolutions()
    {
        Network network = Nets.Of(
            Nets.Layer("convtranspose", ("out", 4), ("kernel", 2), ("stride", 2)), Nets.Shape(1, 3, 5, 5));

        var row = Nets.Cost(network, "molchanov");

        Assert.Equal((3 * 5 * 5 * 4 * 4, null), (row.Macs, row.Flops));
        Assert.Equal((0, "transposed convolution"), (row.Coverage, row.Uncounted));
    }

    [Fact]
    public void Mac_takes_two_operations_for_each_stated_multiply_accumulate()
    {
        var row = Nets.Cost(Nets.Of(Nets.Layer("custom", ("macs", 10)), Nets.Shape(3, 4)), "mac");

        Assert.Equal((3 * 10, 2 * 3 * 10, null), (row.Macs, row.Flops, row.Uncounted));
    }
}
