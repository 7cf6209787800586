using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>What the formulas of tools say of layers that the table of single operations does not have; the arithmetic
/// is that of the tools' functions, written out.</summary>
public class ToolRuleTests
{
    // 2 tokens of 4 features in 2 heads of 2: 4 projections, 2 products, softmax over 2 keys.
    private const long Projections = 4 * 2 * 4 * 4;
    private const long Products = 2 * 2 * 2 * 2 * 2;

    [Theory]
    // calculate_upsample: 5 for linear, 11 for bilinear, 259 = 224 + 35 for bicubic
    [InlineData("upsample scale=2 mode=linear", "1x3x5", 5 * 3 * 10)]
    [InlineData("upsample scale=2 mode=bicubic", "1x3x5x4", 259 * 3 * 10 * 8)]
    [InlineData("globalavgpool", "1x3x5x4", (3 * 5 * 4) + 3)]
    // count_rnn, count_gru, count_lstm, without biases: hidden * (in + hidden) a gate, + 1 a gate, + 4 for gates
    [InlineData("rnn hidden=3 bias=false", "2x5x4", 2 * 5 * ((3 * (4 + 3)) + 3))]
    [InlineData("gru hidden=3 bias=false", "2x5x4", 2 * 5 * ((3 * 3 * (4 + 3)) + (3 * 3) + (4 * 3)))]
    [InlineData("lstm hidden=3 bias=false", "2x5x4", 2 * 5 * ((4 * 3 * (4 + 3)) + (4 * 3) + (4 * 3)))]
    [InlineData("lstm hidden=3 proj=2 bias=false", "2x5x4", 2 * 5 * ((4 * 3 * (4 + 3)) + (4 * 3) + (4 * 3)))]
    public void Thop_counts(string layer, string input, long macs) => Counts("thop", layer, input, macs);

    [Theory]
    [InlineData("upsample scale=2 mode=trilinear", "1x3x2x2x2")]
    [InlineData("attention heads=2", "1x2x4")]
    [InlineData("matmul", "2x3 + 3x2")]
    public void Thop_has_no_answer_to(string layer, string inputs) => HasNoAnswer("thop", layer, inputs);

    // Version 2 has a network of two linear layers that computes position biases; some tools see nothing else.
    [Theory]
    [InlineData("calflops", 1, "attention scale, position bias")]
    [InlineData(
        "calflops", 2,
        "l2norm x2, attention scores, minimum, exp, attention scale, sigmoid, position bias scale, position bias")]
    [InlineData(
        "ptflops-pytorch", 1,
        "query projection, key projection, value projection, attention scale, position bias, output projection")]
    [InlineData(
        "ptflops-pytorch", 2,
        "query projection, key projection, value projection, l2norm x2, minimum, exp, attention scale, sigmoid, "
        + "position bias scale, position bias, output projection")]
    [InlineData(
        "thop", 1,
        "query projection, key projection, value projection, attention scale, attention scores, position bias, "
        + "softmax, attention values, output projection")]
    [InlineData(
        "thop", 2,
        "query projection, key projection, value projection, l2norm x2, attention scores, minimum, exp, "
        + "attention scale, sigmoid, position bias scale, position bias, softmax, attention values, "
        + "output projection")]
    [InlineData(
        "torchinfo", 1,
        "query projection, key projection, value projection, attention scale, attention scores, position bias, "
        + "softmax, attention values, output projection")]
    [InlineData(
        "torchinfo", 2,
        "query projection, key projection, value projection, l2norm x2, attention scores, minimum, exp, "
        + "attention scale, sigmoid, position bias scale, position bias, softmax, attention values, "
        + "output projection")]
    public void What_a_tool_does_not_see_of_window_attention_is_named(string tool, int version, string uncounted) =>
        Assert.Equal(
            uncounted,
            LayerCase.Cost($"windowattention heads=1 window=2 version={version}", "1x3x4x4", tool).Uncounted);

    [Theory]
    [InlineData("thop")]
    [InlineData("torchinfo")]
    public void Where_there_is_no_such_network_a_tool_sees_nothing(string tool) =>
        HasNoAnswer(tool, "windowattention heads=1 window=2", "1x3x4x4");

    [Theory]
    [InlineData("ptflops-aten")]
    [InlineData("torch-profiler")]
    public void A_tool_that_watches_products_does_not_see_the_softmax(string tool) =>
        Assert.Equal("attention scale, softmax", LayerCase.Cost("attention heads=2", "1x3x4", tool).Uncounted);

    // Of 4 windows of 4 positions of 3 channels: a row is the vector of a position.
    [Theory]
    [InlineData("keras", "l2norm", null, (3 * 48) + (2 * 16))]
    [InlineData("keras", "minimum", null, 1)] // a scale per head
    [InlineData("onnx-tool", "l2norm", (29 * 48) + (2 * 16), null)]
    [InlineData("onnx-tool", "minimum", 2, null)]
    [InlineData("onnx-tool", "exp", 32, null)]
    [InlineData("onnx-tool", "attention scores", 4 * 4 * 4 * 3, null)]
    public void An_operation_inside_window_attention_has_its_own_price(
        string tool, string name, int? macs, int? flops)
    {
        Node node = Nets.Of(LayerText.Layer("windowattention heads=1 window=2 version=2"), Nets.Shape(1, 3, 4, 4))
            .Nodes[0];
        Operation operation = Nets.Lowered(node.Layer, Nets.Shape(1, 3, 4, 4)).Operations.First(op => op.Name == name);

        Price price = ConventionCatalog.Get(tool).PriceOf(operation, node.Call, default);

        Assert.Equal((macs, flops), ((int?)price.Macs?.Value, (int?)price.Flops?.Value));
    }

    [Theory]
    [InlineData("convnet-burden", 16)]
    [InlineData("netscope", 16)]
    [InlineData("onnx-tool", 16)]
    [InlineData("paddle", 16)]
    [InlineData("exact", 16 + 8)]
    public void Some_tools_do_not_see_the_weights_of_layers_that_do_not_run(string tool, long parameters)
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(1, 3));
        Node runs = builder.Add("runs", LayerText.Layer("linear out=4"), [input]);
        builder.Add("idle", LayerText.Layer("linear out=2"), [input], position: null, NodeRole.Idle);

        Assert.Equal(parameters, Nets.Cost(builder.Build("net", runs.Outputs), tool).Parameters);
    }

    [Theory]
    [InlineData("linear out=3", "1x4", (4 * 3) + 3)]
    [InlineData("custom parameters=9 macs=0", "1x4", 9)]
    [InlineData("prelu num_parameters=4", "1x4x2x2", 4)]
    [InlineData("batchnorm", "1x4x2x2", 2 * 4)] // the stored statistics are buffers
    [InlineData("embedding num=5 dim=2", "1x4", 0)]
    [InlineData("groupnorm groups=2", "1x4x2x2", 0)]
    [InlineData("attention heads=2", "1x2x4", 0)]
    public void Thop_finds_the_parameters_of_modules_that_it_counts(string layer, string input, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, input, "thop").Parameters);

    [Theory]
    // batchnorm_flop_jit of a layer in training mode is norm_flop_counter: 4 per element, 5 with weights
    [InlineData("batchnorm track=false", "1x3x4x5", 5 * 3 * 4 * 5)]
    [InlineData("batchnorm track=false affine=false", "1x3x4x5", 4 * 3 * 4 * 5)]
    [InlineData("layernorm affine=false", "2x3x4", 4 * 2 * 3 * 4)]
    [InlineData("gridsample", "1x3x4x5 + 1x2x6x2", 4 * 3 * 2 * 6)]
    [InlineData("gridsample mode=nearest", "1x3x4x5 + 1x2x6x2", 4 * 3 * 2 * 6)]
    [InlineData("adaptiveavgpool size=2", "1x3x4x5", 3 * 4 * 5)]
    [InlineData("globalavgpool", "1x3x4x5", 3 * 4 * 5)] // an adaptive pool to size 1
    [InlineData("matmul", "3x2x4 + 1x4x5", 3 * 2 * 4 * 5)]
    [InlineData("matmul", "1x2x4 + 3x4x5", 2 * 4 * 5)] // by the elements of the first tensor
    public void Fvcore_counts(string layer, string inputs, long macs) => Counts("fvcore", layer, inputs, macs);

    [Theory]
    [InlineData("upsample scale=2", "1x3x4")]
    [InlineData("upsample scale=2 mode=trilinear", "1x3x2x2x2")]
    [InlineData("adaptiveavgpool size=2", "1x3x4")]
    public void Fvcore_has_no_answer_to(string layer, string input) => HasNoAnswer("fvcore", layer, input);

    [Theory]
    // addmm, with the bias, takes 2 axes; torch folds 3 into 2, but not 4
    [InlineData("linear out=3", "2x5x4", 2 * 5 * ((4 * 3) + 3))]
    [InlineData("linear out=3 in=4", "2x2x5x4", 2 * 2 * 5 * 4 * 3)]
    // the transposition of batch and tokens moves nothing where one of them is 1
    [InlineData("attention heads=2", "1x2x4", Projections + Products + (4 * 2 * 4))]
    [InlineData("attention heads=2", "2x1x4", 2 * ((4 * 4 * 4) + (2 * 2 * 2) + (4 * 4)))]
    [InlineData("attention heads=2", "2x2x4", 2 * (Projections + Products + (2 * 4)))]
    [InlineData("rnn hidden=3", "1x5x4", 5 * 3 * (4 + 3 + 1 + 1))]
    [InlineData("rnn hidden=3", "5x1x4", 5 * 3 * (4 + 3 + 1 + 1))]
    [InlineData("rnn hidden=3", "2x5x4", 2 * 5 * 3 * (4 + 3 + 1))]
    [InlineData("rnn hidden=3 layers=2", "2x5x4", 2 * 5 * 3 * (4 + 3 + 1 + 3 + 3 + 1 + 1))]
    [InlineData("gru hidden=3", "1x5x4", 3 * 5 * 3 * (4 + 3 + 1 + 1))]
    [InlineData("lstm hidden=3 bias=false", "1x5x4", 4 * 5 * 3 * (4 + 3))]
    [InlineData("windowattention heads=1 window=2", "1x3x2x2", (4 * 4 * ((3 * 3) + 3)) + (2 * 4 * 4 * 3))]
    public void Ptflops_aten_counts(string layer, string input, long macs) =>
        Counts("ptflops-aten", layer, input, macs);

    [Theory]
    [InlineData("conv out=6 kernel=3 padding=1", "1x4x5x5", 6 * 5 * 5 * ((4 * 9) + 1))]
    [InlineData("batchnorm affine=false", "1x3x4x5", 3 * 4 * 5)]
    [InlineData("elu", "2x3", 2 * 2 * 3)]
    [InlineData("globalmaxpool", "1x3x4x5", 2 * 3 * 4 * 5)]
    // the module counts its outputs; the function inputs times scales, or what the size gives
    [InlineData("upsample size=7", "1x3x5x5", (3 * 7 * 7) + (3 * 7 * 7))]
    [InlineData("upsample scale=3/2", "1x3x5x5", (3 * 7 * 7) + 168)] // floor(75 * 1.5 * 1.5)
    [InlineData("upsample scale=2,3", "1x3x5x5", (3 * 10 * 15) + (75 * 2 * 3))]
    // mul, avg_pool, mul, add, div: 3 per element and the pool over the padded channels
    [InlineData("localresponsenorm size=3", "1x4x5x5", (3 * 4 * 5 * 5) + (5 * 5 * (4 + 2)))]
    [InlineData("matmul", "1x2x4 + 3x4x5", 2 * 4 * 5)]
    [InlineData( // as a module and as the functions that it calls; of the biases those of q, k and v, and the last
        "attention heads=2", "1x2x4",
        Projections + (2 * Products) + (2 * 2 * 2 * 2) + (2 * 2 * 4) + (3 * 2 * 4))]
    [InlineData(
        "attention heads=2 bias=false", "1x2x4", Projections + (2 * Products) + (2 * 2 * 2 * 2) + (2 * 2 * 4))]
    [InlineData("windowattention heads=1 window=2", "1x3x2x2", (2 * 4 * 4 * 3) + (4 * 4))]
    [InlineData("rnn hidden=3 bias=false", "2x5x4", 2 * 5 * ((3 * (4 + 3)) + 3))]
    [InlineData("gru hidden=3 bias=false", "2x5x4", 2 * 5 * ((3 * 3 * (4 + 3)) + (7 * 3)))]
    [InlineData("lstm hidden=3 bias=false", "2x5x4", 2 * 5 * ((4 * 3 * (4 + 3)) + (10 * 3)))]
    [InlineData("lstm hidden=3 proj=2 bias=false", "2x5x4", 2 * 5 * ((4 * 3 * (4 + 2)) + (10 * 3)))]
    [InlineData( // the second layer reads both projected directions of the first
        "lstm hidden=3 proj=2 bias=false layers=2 bidirectional=true", "2x5x4",
        2 * 5 * 2 * ((4 * 3 * (4 + 2)) + (4 * 3 * ((2 * 2) + 2)) + (2 * 10 * 3)))]
    // a head of 8 instead of 2: the projections, their biases, and twice the products that are computed
    [InlineData(
        "attention heads=2 head_dim=8", "1x2x4",
        (4 * 2 * 4 * 16) + (2 * 2 * 2 * 2 * 2 * 8) + (2 * 2 * 2 * 2) + (3 * 2 * 16) + (2 * 2 * 4))]
    public void Ptflops_pytorch_counts(string layer, string inputs, long macs) =>
        Counts("ptflops-pytorch", layer, inputs, macs);

    [Theory]
    [InlineData("bilinear out=4", "2x3 + 2x5")]
    [InlineData("rmsnorm", "2x3")]
    public void Ptflops_pytorch_has_no_answer_to(string layer, string inputs) =>
        HasNoAnswer("ptflops-pytorch", layer, inputs);

    [Theory]
    // convolution: outputs * shape[1] * kernel of the weights where shape[0] is the channels of the output, else
    // outputs * shape[0] * kernel; a transposed one has weights of in x out / groups
    [InlineData("convtranspose out=6 kernel=2 stride=2 groups=2", "1x4x3x3", 6 * 6 * 6 * 4 * 4)]
    [InlineData("convtranspose out=4 kernel=2 stride=2 groups=2", "1x4x3x3", 4 * 6 * 6 * (4 / 2) * 4)]
    [InlineData("layernorm", "2x3x4", 2 * 3 * 4)]
    [InlineData("multiply", "1x3 + 1x3 + 1x3", 2 * 3)]
    [InlineData("localresponsenorm size=3", "1x4x5x5", 3 * 4 * 5 * 5)]
    [InlineData("upsample scale=2 mode=bilinear", "1x3x2x2", 4 * 3 * 4 * 4)]
    [InlineData("upsample scale=2", "1x3x2x2", 0)]
    [InlineData("mean", "1x3x4x5", 3)]
    [InlineData("lstm hidden=3 proj=2", "2x5x4", 2 * 5 * 4 * 2 * (4 + 2))]
    [InlineData("attention heads=2", "1x2x4", Projections + Products + 4)]
    [InlineData( // and the scale of queries, one product per element
        "windowattention heads=1 window=2", "1x3x2x2", (4 * 4 * 3 * 3) + (2 * 4 * 4 * 3) + (4 * 3) + 2)]
    [InlineData( // the scale of the scores, and that of the position bias, which a network of 2, 512 and 1 computes
        "windowattention heads=1 window=2 version=2", "1x3x2x2",
        (4 * 4 * 3 * 3) + (2 * 4 * 4 * 3) + (3 * 3 * 512 * (2 + 1)) + (4 * 4) + (4 * 4) + 3)]
    public void Torchprofile_counts(string layer, string inputs, long macs) =>
        Counts("torchprofile", layer, inputs, macs);

    [Theory]
    [InlineData("upsample scale=2", "1x3x4")]
    [InlineData("upsample scale=2 mode=trilinear", "1x3x2x2x2")]
    [InlineData("gru hidden=3", "2x5x4")]
    public void Torchprofile_has_no_answer_to(string layer, string input) => HasNoAnswer("torchprofile", layer, input);

    [Theory]
    [InlineData("maxpool kernel=2", "1x3x4")]
    [InlineData("globalavgpool", "1x3x2x2x2")]
    [InlineData("attention heads=2", "1x2x4")]
    public void Flopth_has_no_answer_to(string layer, string input) => HasNoAnswer("flopth", layer, input);

    [Theory]
    [InlineData("linear out=6", "2x4", 2 * 4 * 6)]
    [InlineData("linear out=6", "2x3x4", 2 * 3 * 3)] // the second axis, whatever it is
    [InlineData("convtranspose out=6 kernel=2 stride=2", "2x3x5x5", 2 * 10 * 10 * 6 * ((3 * 4) + 1))]
    [InlineData("tanh", "2x4", 2 * 4)]
    [InlineData("upsample scale=2", "2x3x5x5", 2 * 10 * 10)]
    public void Flopth_counts(string layer, string input, long macs) => Counts("flopth", layer, input, macs);

    [Theory]
    [InlineData("rmsnorm", "2x3x4", 2 * 4)]
    [InlineData("prelu num_parameters=3", "2x3x4", 2 * 3)]
    [InlineData("bilinear out=4 bias=false", "2x3 + 2x5", 2 * 4 * 3 * 5)]
    [InlineData("convtranspose out=6 kernel=2 stride=2", "2x3x5x5", 2 * 10 * 10 * ((6 * 3 * 4) + 6))]
    [InlineData("linear out=6", "2x3x4", 2 * 3 * 6 * (4 + 1))]
    [InlineData("rnn hidden=3", "2x5x4", 2 * 5 * ((3 * (4 + 3)) + (2 * 3)))]
    public void Torchinfo_counts_weights_as_often_as_they_are_used(string layer, string inputs, long macs) =>
        Counts("torchinfo", layer, inputs, macs);

    [Theory]
    [InlineData("linear out=6", 2 * 6 * (4 + 1))]
    [InlineData("linear out=6 bias=false", 2 * 6 * 4)]
    [InlineData("linear out=6 tied=true", 2 * 6 * (4 + 1))]
    public void Torchinfo_1_8_counts_a_linear_layer_once_per_sample(string layer, long macs) =>
        Counts("torchinfo-1.8", layer, "2x3x4", macs);

    [Theory]
    [InlineData("conv out=6 kernel=3 padding=1", "1x4x5x5", 2 * 6 * 5 * 5 * 4 * 9)]
    [InlineData("convtranspose out=6 kernel=2 stride=2", "1x4x5x5", 2 * 4 * 5 * 5 * 6 * 4)]
    [InlineData("linear out=6", "2x3x4", 2 * 2 * 3 * 4 * 6)]
    [InlineData("attention heads=2", "1x2x4", 2 * (Projections + Products))]
    [InlineData("lstm hidden=3", "2x5x4", 2 * 2 * 5 * 4 * 3 * (4 + 3))]
    public void Torch_counts_two_per_multiply_accumulate(string layer, string input, long flops) =>
        Counts("torch", layer, input, flops);

    [Theory]
    [InlineData("conv out=6 kernel=3 padding=1", "1x4x5x5", 2 * 6 * 5 * 5 * 4 * 9)]
    [InlineData("add", "1x3x4 + 1x1x4", 3 * 4)]
    [InlineData("add", "1x1x4 + 1x3x4", 4)] // by the elements of the first operand
    [InlineData("multiply", "1x1x4 + 1x3x4 + 1x3x4", 4 + (3 * 4))]
    [InlineData("attention heads=2", "1x2x4", 2 * (Projections + Products))]
    [InlineData("localresponsenorm size=3", "1x4x5x5", 3 * 4 * 5 * 5)]
    [InlineData("softsign", "2x3", 2 * 3)]
    [InlineData("rnn hidden=3 layers=2 bidirectional=true", "2x5x4", 2 * 2 * 5 * 2 * 3 * (4 + 3 + 6 + 3))]
    [InlineData("gru hidden=3", "2x5x4", (2 * 2 * 5 * 3 * 3 * (4 + 3)) + (2 * 5 * 3))]
    [InlineData("lstm hidden=3", "2x5x4", (2 * 2 * 5 * 4 * 3 * (4 + 3)) + (3 * 2 * 5 * 3))]
    [InlineData("parameter shape=3,4", "2x3x4", 2 * 3 * 4)]
    [InlineData( // the scale of 4 queries of 3 channels, and the position bias of 4 * 4 scores
        "windowattention heads=1 window=2", "1x3x2x2", (2 * ((4 * 4 * 3 * 3) + (2 * 4 * 4 * 3))) + (4 * 3) + (4 * 4))]
    // j is summed in the first product and no index of the second one
    [InlineData("einsum equation=ij;jk;kl->il", "2x3 + 3x4 + 4x5", 2 * ((2 * 3 * 4) + (2 * 4 * 5)))]
    [InlineData("einsum equation=...;...->...", "2x3 + 3", 2 * 3)] // the axes that an ellipsis stands for may differ
    public void Torch_profiler_counts(string layer, string inputs, long flops) =>
        Counts("torch-profiler", layer, inputs, flops);

    [Theory]
    [InlineData("add", "1x3x4 + 1x3x4", "3*4 inputs = 12")]
    [InlineData("add", "1x1x4 + 1x3x4 + 1x3x4", "4 inputs + (3 operands - 2) x 3*4 outputs = 16")]
    public void Torch_profiler_explains_a_sum(string layer, string inputs, string formula) => Assert.Equal(
        formula,
        Nets.Rows(
            Nets.Of(LayerText.Layer(layer), LayerText.Shapes(inputs)), "torch-profiler", explain: true)[0].Formula);

    [Theory]
    [InlineData("conv out=6 kernel=3", "1x4x5")]
    [InlineData("conv out=6 kernel=3", "1x4x5x5x5")]
    [InlineData("convtranspose out=6 kernel=2", "1x4x5x5")]
    public void Torch_profiler_has_no_answer_to(string layer, string input) =>
        HasNoAnswer("torch-profiler", layer, input);

    [Theory]
    [InlineData("thop", "relu")]
    [InlineData("fvcore", "relu")]
    [InlineData("flopth", "sigmoid")]
    [InlineData("paddle", "relu")]
    [InlineData("torchinfo", "relu")]
    [InlineData("torchprofile", "softmax")]
    [InlineData("deepspeed", "dropout")]
    [InlineData("calflops", "dropout")]
    public void What_a_tool_declares_free_is_not_missing(string tool, string layer)
    {
        CostRow row = LayerCase.Cost(layer, "2x3", tool);

        Assert.Equal((0, null), (row.Macs ?? row.Flops ?? 0, row.Uncounted));
    }

    private static void Counts(string tool, string layer, string inputs, long figure)
    {
        CostRow row = LayerCase.Cost(layer, inputs, tool);

        Assert.Equal(figure, row.Macs ?? row.Flops);
    }

    private static void HasNoAnswer(string tool, string layer, string inputs)
    {
        CostRow row = LayerCase.Cost(layer, inputs, tool);

        Assert.Equal((null, null), (row.Macs, row.Flops));
        Assert.NotNull(row.Uncounted);
    }
}
