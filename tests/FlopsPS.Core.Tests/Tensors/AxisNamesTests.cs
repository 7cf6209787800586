using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Tensors;

public class AxisNamesTests
{
    [Theory]
    [InlineData("NCHW", "batch", 0)]
    [InlineData("NCHW", "channels", 1)]
    [InlineData("NCHW", "features", 1)]
    [InlineData("NCHW", "height", 2)]
    [InlineData("NCHW", "width", 3)]
    [InlineData("NCHW", "depth", -1)]
    [InlineData("NCHW", "tokens", -1)]
    [InlineData("NTF", "channels", 2)]
    [InlineData("NTF", "features", 2)]
    [InlineData("NTF", "tokens", 1)]
    [InlineData("NTF", "length", 1)]
    [InlineData("NCL", "length", 2)]
    [InlineData("NCL", "tokens", 2)]
    [InlineData("NCDHW", "depth", 2)]
    [InlineData("NF", "wide", -1)]
    public void A_name_means_the_axis_with_its_letter(string layout, string name, int axis) =>
        Assert.Equal(axis, AxisNames.Find(new TensorShape(new long[layout.Length], layout), name));

    [Fact]
    public void The_names_of_a_shape_are_those_it_has_an_axis_for()
    {
        Assert.Equal(
            ["batch", "channels", "height", "width", "features"], AxisNames.Of(new TensorShape([1, 2, 3, 4])));
        Assert.All(AxisNames.Of(new TensorShape([1, 2])), name => Assert.Contains(name, AxisNames.All));
    }
}
