using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Networks;

public class NetworkExceptionTests
{
    private static readonly NetworkException s_error = new(ErrorCode.ShapeMismatch, "it does not fit");

    [Fact]
    public void The_place_is_filled_in_on_the_way_up()
    {
        NetworkException placed = s_error.At("stage/conv").At("stage", new SourcePosition("net.yaml", 17, 13));

        Assert.Equal("net.yaml(17,13): layer 'stage/conv': it does not fit", placed.Message);
        Assert.Equal(
            (ErrorCode.ShapeMismatch, "it does not fit", "stage/conv", "net.yaml", 17, 13),
            (placed.Code, placed.Reason, placed.Layer, placed.File, placed.Line, placed.Column));
    }

    [Fact]
    public void The_first_place_is_kept()
    {
        NetworkException placed = s_error
            .At("conv", new SourcePosition("inner.yaml", 1, 2))
            .At("stage", new SourcePosition("outer.yaml", 3, 4));

        Assert.Equal("inner.yaml(1,2): layer 'conv': it does not fit", placed.Message);
    }

    [Fact]
    public void Without_a_place_the_message_is_the_reason()
    {
        Assert.Equal("it does not fit", s_error.Message);
        Assert.Equal((null, 0, 0), (s_error.File, s_error.Line, s_error.Column));
    }

    [Fact]
    public void A_text_without_a_file_is_called_the_manifest() =>
        Assert.Equal("manifest(1,2)", new SourcePosition(null, 1, 2).ToString());

    [Theory]
    [InlineData("net.yaml", 3, 5, "net.yaml(3,5)")]
    [InlineData(null, 3, 5, "manifest(3,5)")]
    [InlineData("net.onnx", 0, 0, "net.onnx")]
    public void A_position_is_the_file_and_where_it_has_lines_the_place(
        string? file, int line, int column, string text) =>
        Assert.Equal(text, new SourcePosition(file, line, column).ToString());
}
