using System.Linq;
using FlopsPS.Comparing;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Comparing;

public sealed class LayerAlignmentTests
{
    [Theory]
    [InlineData("a b", "a c", false)] // half of the names
    [InlineData("a b c", "a d e", true)]
    [InlineData("a", "a b c d", false)] // all names of the smaller one
    [InlineData("a", "b", true)]
    public void Networks_are_strangers_with_fewer_than_half_of_their_names_in_common(
        string reference, string difference, bool areStrangers) =>
        Assert.Equal(areStrangers, LayerAlignment.AreStrangers(Parallel(reference), Parallel(difference)));

    [Fact]
    public void What_is_left_over_in_any_order_is_paired_as_often_as_there_are_layers() => Assert.Equal(
        [(1, 0), (2, 1), (0, 2), (null, 3)],
        LayerAlignment.Of(Parallel("a:6 b:8 c:8"), Parallel("d:8 e:8 f:6 g:6"), default)
            .OrderBy(pair => pair.Difference));

    // Convolutions side by side: name:channels.
    private static Network Parallel(string layers)
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(1, 4, 8, 8));
        return builder.Build(
            "net",
            [
                .. layers.Split(' ').Select(layer => layer.Split(':')).SelectMany(parts => builder.Add(
                    parts[0], LayerText.Layer($"conv out={parts.ElementAtOrDefault(1) ?? "4"} kernel=1"), [input]).Outputs),
            ]);
    }
}
