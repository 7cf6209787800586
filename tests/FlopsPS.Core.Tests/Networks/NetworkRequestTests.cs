using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Networks;

/// <summary>What is asked of a network, and asked again of what was made.</summary>
public class NetworkRequestTests
{
    private static readonly TensorShape s_small = Nets.Shape(1, 3, 8, 8);
    private static readonly TensorShape s_large = Nets.Shape(2, 3, 16, 16);

    [Fact]
    public void A_batch_of_nothing_is_refused() => IsRefused(
        new() { BatchSize = 0 }, "the batch size must be at least 1, not 0");

    [Fact]
    public void A_shape_without_axes_is_refused() => IsRefused(
        new() { InputShapes = Shapes(("a", s_small), ("b", Nets.Shape())) },
        "the shape of an input has at least a batch");

    [Fact]
    public void What_fits_some_network_is_not_refused()
    {
        new NetworkRequest().Check();
        new NetworkRequest { BatchSize = 1, InputShapes = Shapes(("a", s_small)) }.Check();
    }

    [Fact]
    public void What_a_later_request_does_not_name_stays()
    {
        var own = new NetworkRequest
        {
            BatchSize = 4,
            InputShapes = Shapes(("a", s_small), ("b", s_small)),
            Parameters = new Dictionary<string, object> { ["width"] = 1L, ["depth"] = 2L },
        };

        NetworkRequest both = own.With(new() { Parameters = new Dictionary<string, object> { ["depth"] = 3L } });

        Assert.Equal(4, both.BatchSize);
        Assert.Equal(own.InputShapes, both.InputShapes);
        Assert.Equal(new Dictionary<string, object> { ["width"] = 1L, ["depth"] = 3L }, both.Parameters);
    }

    [Fact]
    public void A_later_batch_is_the_one_that_counts()
    {
        var own = new NetworkRequest { BatchSize = 4 };

        Assert.Equal(8, own.With(new() { BatchSize = 8 }).BatchSize);
        Assert.Equal(8, own.With(new() { BatchSize = 8, InputShapes = Shapes(("a", s_small)) }).BatchSize);
    }

    [Fact]
    public void A_shape_brings_its_own_batch_and_leaves_the_other_inputs()
    {
        var own = new NetworkRequest { BatchSize = 4, InputShapes = Shapes(("a", s_small), ("b", s_small)) };

        NetworkRequest both = own.With(new() { InputShapes = Shapes(("b", s_large)) });

        Assert.Null(both.BatchSize);
        Assert.Equal(Shapes(("a", s_small), ("b", s_large)), both.InputShapes);
    }

    [Fact]
    public void A_shape_for_the_only_input_replaces_one_by_name()
    {
        var own = new NetworkRequest { InputShapes = Shapes(("a", s_small)) };

        Assert.Equal(
            Shapes((string.Empty, s_large)), own.With(new() { InputShapes = Shapes((string.Empty, s_large)) }).InputShapes);
    }

    private static void IsRefused(NetworkRequest request, string reason)
    {
        var error = Assert.Throws<NetworkException>(request.Check);

        Assert.Equal(ErrorCode.ParameterInvalid, error.Code);
        Assert.Contains(reason, error.Message);
    }

    private static Dictionary<string, TensorShape> Shapes(params (string Name, TensorShape Shape)[] shapes)
    {
        var all = new Dictionary<string, TensorShape>();
        foreach ((string name, TensorShape shape) in shapes)
        {
            all.Add(name, shape);
        }

        return all;
    }
}
