using System.Linq;
using FlopsPS.Layers;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>What a manifest may write behind a kind: ! stands behind what must be given, = before a default. Where
/// torch has the argument, the default is torch's.</summary>
public class KindArgumentsTests
{
    [Theory]
    [InlineData("adaptiveavgpool", "size!")]
    [InlineData("adaptivemaxpool", "size!")]
    [InlineData(
        "attention",
        "heads!, kv_heads, head_dim, out, bias=true, out_bias, causal=false, window, scale=queries, mask=false, cross, "
        + "kdim, vdim")]
    [InlineData("avgpool", "kernel!, stride, padding=0, ceil_mode=false, count_include_pad=true")]
    [InlineData("batchnorm", "affine=true, momentum=0.1, track=true, eps=0.00001")]
    [InlineData("bilinear", "out!, bias=true")]
    [InlineData("branches", "paths!, join=concat, axis=channels")]
    [InlineData("celu", "alpha=1")]
    [InlineData("channelshuffle", "groups!")]
    [InlineData("concat", "axis=channels")]
    [InlineData("conv", "out!, kernel!, stride=1, padding=0, dilation=1, groups=1, bias=true, in")]
    [InlineData(
        "convtranspose",
        "out!, kernel!, stride=1, padding=0, output_padding=0, dilation=1, groups=1, bias=true, in")]
    [InlineData("custom", "out, parameters=0, macs, flops")]
    [InlineData("dropout", "p=0.5")]
    [InlineData("einsum", "equation!")]
    [InlineData("elu", "alpha=1")]
    [InlineData("embedding", "num!, dim!, padding_idx")]
    [InlineData("flatten", "start=1, end=-1")]
    [InlineData("foreach", "in!, as!, layers!")]
    [InlineData("gelu", "approximate=none")]
    [InlineData("glu", "axis=-1")]
    [InlineData("gridsample", "mode=bilinear, padding_mode=zeros, align_corners=false")]
    [InlineData("groupnorm", "groups!, affine=true, eps=0.00001")]
    [InlineData("gru", "hidden!, layers=1, bidirectional=false, bias=true, dropout=0")]
    [InlineData("hardshrink", "lambd=0.5")]
    [InlineData("hardtanh", "min_val=-1, max_val=1")]
    [InlineData("instancenorm", "affine=false, momentum=0.1, track=false, eps=0.00001")]
    [InlineData("layernorm", "axes=1, affine=true, bias=true, eps=0.00001")]
    [InlineData("leakyrelu", "negative_slope=0.01")]
    [InlineData("linear", "out!, bias=true, in, tied=false")]
    [InlineData("localresponsenorm", "size!, alpha=0.0001, beta=0.75, k=1")]
    [InlineData("logsoftmax", "axis=-1")]
    [InlineData("lstm", "hidden!, layers=1, bidirectional=false, bias=true, dropout=0, proj=0")]
    [InlineData("matmul", "transpose_a=false, transpose_b=false")]
    [InlineData("maxpool", "kernel!, stride, padding=0, dilation=1, ceil_mode=false")]
    [InlineData("pad", "padding!, axis")]
    [InlineData("parameter", "shape!, join=add, axis=channels, position=before")]
    [InlineData("permute", "order!")]
    [InlineData("pixelshuffle", "factor!")]
    [InlineData("pixelunshuffle", "factor!")]
    [InlineData("prelu", "num_parameters=1")]
    [InlineData("reshape", "shape!, layout, batch=1")]
    [InlineData("residual", "body!, shortcut")]
    [InlineData("rmsnorm", "axes=1, affine=true, eps")]
    [InlineData("rnn", "hidden!, layers=1, bidirectional=false, bias=true, dropout=0, nonlinearity=tanh")]
    [InlineData("rrelu", "lower=0.125, upper=1/3")]
    [InlineData("slice", "axis=channels, start=0, end, step=1")]
    [InlineData("softmax", "axis=-1")]
    [InlineData("softmin", "axis=-1")]
    [InlineData("softplus", "beta=1, threshold=20")]
    [InlineData("softshrink", "lambd=0.5")]
    [InlineData("split", "axis=channels, parts, sizes")]
    [InlineData("threshold", "threshold, value")]
    [InlineData("upsample", "scale, size, mode=nearest")]
    [InlineData("windowattention", "heads!, window!, shift=0, bias=true, out_bias, position_bias=true, version=1")]
    public void A_kind_takes(string kind, string arguments) => Assert.Equal(arguments, Arguments(kind));

    private static string Arguments(string kind) => string.Join(", ", LayerCatalog.Get(kind).Arguments.Select(Text));

    private static string Text(Argument argument) => argument.Name
        + (argument.IsRequired ? "!" : string.Empty)
        + (argument.DefaultText.Length > 0 ? "=" + argument.DefaultText : string.Empty);
}
