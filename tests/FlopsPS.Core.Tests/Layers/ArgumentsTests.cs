using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>How raw values become arguments, and what is said of those that cannot.</summary>
public class ArgumentsTests
{
    [Theory]
    [InlineData("conv out=4", ErrorCode.ArgumentMissing, "conv needs 'kernel': Kernel size.")]
    [InlineData("conv out=4 kernel=3 strides=2", ErrorCode.ArgumentUnknown, "Did you mean 'stride'?")]
    [InlineData("relu out=4", ErrorCode.ArgumentUnknown, "relu takes no arguments")]
    [InlineData("conv out=0 kernel=3", ErrorCode.ArgumentInvalid, "out '0' is not a whole number of at least 1")]
    [InlineData("conv out=1/2 kernel=3", ErrorCode.ArgumentInvalid, "out '0.5' is not a whole number")]
    [InlineData("conv out=4 kernel=3,0", ErrorCode.ArgumentInvalid, "kernel '0' is not a whole number of at least 1")]
    [InlineData("conv out=4 kernel=3 padding=smae", ErrorCode.ArgumentInvalid, "or a size. Did you mean 'same'?")]
    [InlineData("conv out=4 kernel=3 padding=-1", ErrorCode.ArgumentInvalid, "is not a whole number of at least 0")]
    [InlineData("conv out=4 kernel=3 bias=1", ErrorCode.ArgumentInvalid, "bias '1' is not true or false")]
    [InlineData("conv out=4 kernel=3 groups=dephtwise", ErrorCode.ArgumentInvalid, "Did you mean 'depthwise'?")]
    [InlineData("gelu approximate=tan", ErrorCode.ArgumentInvalid, "not one of none or tanh. Did you mean 'tanh'?")]
    [InlineData("softmax axis=chanels", ErrorCode.ArgumentInvalid, "Did you mean 'channels'?")]
    [InlineData("softmax axis=1/2", ErrorCode.ArgumentInvalid, "'0.5' is not an axis: a whole number or one of batch,")]
    [InlineData("softmax axis=9223372036854775807", ErrorCode.ArgumentInvalid, "is not an axis")]
    [InlineData("dropout p=half", ErrorCode.ArgumentInvalid, "p 'half' is not a number")]
    [InlineData("upsample", ErrorCode.ArgumentMissing, "either 'scale' or 'size'")]
    [InlineData("upsample scale=2 size=4", ErrorCode.ArgumentInvalid, "either 'scale' or 'size'")]
    [InlineData("upsample scale=0", ErrorCode.ArgumentInvalid, "scale '0' is not a number above 0")]
    [InlineData("upsample scale=2,0", ErrorCode.ArgumentInvalid, "scale '[2, 0]' is not a number above 0")]
    [InlineData("upsample scale=2,true", ErrorCode.ArgumentInvalid, "scale 'true' is not a number")]
    [InlineData("split", ErrorCode.ArgumentMissing, "either 'parts' or 'sizes'")]
    [InlineData("split parts=2 sizes=1,2", ErrorCode.ArgumentInvalid, "either 'parts' or 'sizes'")]
    [InlineData("reshape shape=-2,", ErrorCode.ArgumentInvalid, "shape '-2' is not a whole number of at least -1")]
    [InlineData("residual body=1", ErrorCode.ArgumentInvalid, "body '1' is not possible outside a manifest")]
    [InlineData("cnov out=4", ErrorCode.LayerKindUnknown, "'cnov' is neither a layer kind nor a block")]
    [InlineData("cnov out=4", ErrorCode.LayerKindUnknown, "Did you mean 'conv'?")]
    public void What_cannot_be_bound_is_explained(string layer, ErrorCode code, string reason) =>
        LayerCase.CannotBeMade(layer, code, reason);

    [Theory]
    [InlineData("conv out=16 kernel=5 padding=same", "conv: { out: 16, kernel: 5, padding: same }")]
    [InlineData("conv out=16 kernel=3,5 bias=false", "conv: { out: 16, kernel: [3, 5], bias: false }")]
    [InlineData("conv out=16 kernel=3 padding=1", "conv: { out: 16, kernel: 3, padding: 1 }")]
    [InlineData("conv out=16 kernel=3 padding=1,2", "conv: { out: 16, kernel: 3, padding: [1, 2] }")]
    [InlineData("upsample scale=3/2", "upsample: { scale: 1.5 }")]
    [InlineData("concat axis=-1", "concat: { axis: -1 }")]
    [InlineData("concat axis=height", "concat: { axis: height }")]
    [InlineData("relu", "relu")]
    [InlineData("conv out=16 kernel=3 groups=depthwise", "conv: { out: 16, kernel: 3, groups: depthwise }")]
    [InlineData("conv out=16 kernel=3 dilation=1 padding=0", "conv: { out: 16, kernel: 3 }")]
    public void A_layer_prints_what_differs_from_the_defaults(string layer, string text) =>
        Assert.Equal(text, LayerText.Layer(layer).ToString());

    [Theory]
    [InlineData("conv", "kernel", "kernel (Sizes, required): Kernel size.")]
    [InlineData("conv", "stride", "stride (Sizes, default 1): Step of the kernel.")]
    [InlineData("slice", "step", "step (Integer, default 1): Distance between the elements taken.")]
    [InlineData("split", "parts", "parts (Integer): The number of equal parts.")]
    public void An_argument_introduces_itself(string kind, string argument, string text) =>
        Assert.Equal(text, LayerCatalog.Get(kind).Find(argument).ToString());

    [Theory]
    [InlineData("2147483647", true)]
    [InlineData("-2147483648", true)]
    [InlineData("2147483646", false)]
    [InlineData("-2147483647", false)]
    public void The_number_of_an_axis_leaves_room_to_count_from_the_end(string axis, bool isRefused) => Assert.Equal(
        isRefused, Record.Exception(() => LayerText.Layer("softmax axis=" + axis)) is NetworkException);

    [Fact]
    public void Axes_without_names_are_told_by_number()
    {
        var error = Assert.Throws<NetworkException>(() => new AxisArgument(2).Resolve(LayerText.Shape("5x6 ??")));

        Assert.Equal("5x6 has no axis 2; its axes are 0 to 1", error.Message);
    }

    [Fact]
    public void An_error_in_a_text_names_its_argument()
    {
        var error = Assert.Throws<NetworkException>(() => LayerText.Layer("einsum equation=ij;jk->iz"));

        Assert.Equal((ErrorCode.ArgumentInvalid, "equation"), (error.Code, error.Argument));
    }

    [Fact]
    public void The_only_word_that_is_allowed_stands_alone()
    {
        var argument = new Argument<string>("mode", ArgumentType.Word, "How.", ArgumentConversion.Word, ["exact"]);

        var error = Assert.Throws<NetworkException>(() => argument.Bind("fast"));

        Assert.Equal("mode 'fast' is not one of exact.", error.Message);
    }

    [Fact]
    public void The_blocks_of_a_network_are_suggested_too() => Assert.Contains(
        "Did you mean 'bottleneck'?", LayerCatalog.Unknown("botleneck", ["stem", "bottleneck"]).Message);

    [Fact]
    public void Structures_are_unfolded_by_readers_and_never_measured()
    {
        LayerKind[] structures = [.. LayerCatalog.Kinds.Where(kind => kind.IsStructure)];

        Assert.Equal(["branches", "foreach", "residual"], structures.Select(kind => kind.Name));
        Assert.All(structures, kind =>
        {
            var layer = new Layer(kind, new object?[kind.Arguments.Count]);
            Assert.Throws<System.InvalidOperationException>(() => kind.Infer(layer, [Nets.Shape(1, 2)]));
            Assert.Throws<System.InvalidOperationException>(() => kind.Lower(default, new Lowering()));
        });
    }
}
