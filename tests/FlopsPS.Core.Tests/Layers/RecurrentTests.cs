using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Recurrent networks; the sizes are those of the examples of torch.nn.RNN, GRU and LSTM: 10 features,
/// 20 hidden ones, 2 layers, 3 samples of 5 tokens.</summary>
public class RecurrentTests
{
    [Theory]
    [InlineData("rnn hidden=20 layers=2", (20 * (10 + 20)) + (2 * 20) + (20 * (20 + 20)) + (2 * 20))]
    [InlineData("gru hidden=20 layers=2", 3 * ((20 * (10 + 20)) + (2 * 20) + (20 * (20 + 20)) + (2 * 20)))]
    [InlineData("lstm hidden=20 layers=2", 4 * ((20 * (10 + 20)) + (2 * 20) + (20 * (20 + 20)) + (2 * 20)))]
    [InlineData("lstm hidden=20", 4 * ((20 * (10 + 20)) + (2 * 20)))]
    [InlineData("lstm hidden=20 bias=false", 4 * 20 * (10 + 20))]
    [InlineData("gru hidden=20 bidirectional=true", 2 * 3 * ((20 * (10 + 20)) + (2 * 20)))]
    [InlineData( // the second layer reads both directions of the first
        "rnn hidden=20 layers=2 bidirectional=true", 2 * ((20 * (10 + 20)) + 40 + (20 * (40 + 20)) + 40))]
    [InlineData("lstm hidden=20 proj=5", (4 * ((20 * (10 + 5)) + (2 * 20))) + (5 * 20))]
    public void A_gate_has_a_weight_per_input_and_hidden_feature_and_two_biases(string layer, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, "3x5x10").Parameters);

    [Theory]
    [InlineData("rnn hidden=20", 3 * 5 * 20 * (10 + 20))]
    [InlineData("gru hidden=20", 3 * 5 * 3 * 20 * (10 + 20))]
    [InlineData("lstm hidden=20", 3 * 5 * 4 * 20 * (10 + 20))]
    [InlineData("lstm hidden=20 layers=2", 3 * 5 * 4 * 20 * (10 + 20 + 20 + 20))]
    [InlineData("lstm hidden=20 proj=5", 3 * 5 * ((4 * 20 * (10 + 5)) + (5 * 20)))]
    public void Every_weight_meets_every_token(string layer, long macs) =>
        Assert.Equal(macs, LayerCase.Cost(layer, "3x5x10").Macs);

    [Fact]
    public void Weights_are_called_as_in_torch() => Assert.Equal(
        [
            "weight_ih_l0", "bias_ih_l0", "weight_hh_l0", "bias_hh_l0", "weight_hr_l0",
            "weight_ih_l0_reverse", "bias_ih_l0_reverse", "weight_hh_l0_reverse", "bias_hh_l0_reverse",
            "weight_hr_l0_reverse",
        ],
        Nets.Lowered(LayerText.Layer("lstm hidden=3 proj=2 bidirectional=true"), Nets.Shape(1, 2, 4))
            .Weights.Select(weight => weight.Name));

    [Theory]
    [InlineData("rnn hidden=3", "tanh")]
    [InlineData("rnn hidden=3 nonlinearity=tanh", "tanh")]
    [InlineData("rnn hidden=3 nonlinearity=relu", "relu")]
    public void A_step_of_a_plain_network_ends_in_its_function(string layer, string function) => Assert.Equal(
        function, Nets.Lowered(LayerText.Layer(layer), Nets.Shape(1, 2, 4)).Operations[^1].Name);

    [Theory]
    [InlineData("rnn hidden=20 layers=2", "3x5x10", "3x5x20 NTF")]
    [InlineData("rnn hidden=20 nonlinearity=relu dropout=1/2", "3x5x10", "3x5x20 NTF")]
    [InlineData("gru hidden=20 bidirectional=true", "3x5x10", "3x5x40 NTF")]
    [InlineData("lstm hidden=20 proj=5", "3x5x10", "3x5x5 NTF")]
    [InlineData("lstm hidden=20 proj=5 bidirectional=true", "3x5x10", "3x5x10 NTF")]
    public void Both_directions_come_out_side_by_side(string layer, string input, string output) =>
        LayerCase.Makes(layer, input, output);

    [Theory]
    [InlineData("lstm hidden=4", "5x8", "5x8 comes in, but a batch, tokens and features are needed")]
    [InlineData("gru hidden=4", "1x8x4x4", "but features must come last, behind the tokens; put flatten and permute")]
    [InlineData("gru hidden=4", "1x4x8 NHD", "but features must come last, behind the tokens")]
    [InlineData("rnn hidden=4", "1x2x5x8 N?TF", "but a batch, tokens and features are needed, and no more")]
    public void The_input_is_one_sequence_per_sample(string layer, string input, string reason) =>
        LayerCase.DoesNotFit(layer, input, reason);

    [Theory]
    [InlineData("lstm", ErrorCode.ArgumentMissing, "lstm needs 'hidden'")]
    [InlineData("lstm hidden=4 proj=4", ErrorCode.ArgumentInvalid, "proj '4' is not smaller than hidden, which is 4")]
    [InlineData("gru hidden=4 proj=2", ErrorCode.ArgumentUnknown, "gru")]
    [InlineData("gru hidden=4 layers=1025", ErrorCode.ArgumentInvalid, "is not a whole number from 1 to 1024")]
    [InlineData("lstm hidden=4 layers=1025", ErrorCode.ArgumentInvalid, "is not a whole number from 1 to 1024")]
    [InlineData("rnn hidden=4 nonlinearity=sigmoid", ErrorCode.ArgumentInvalid, "is not one of tanh or relu")]
    public void Arguments_are_checked(string layer, ErrorCode code, string reason) =>
        LayerCase.CannotBeMade(layer, code, reason);

    [Fact]
    public void As_many_layers_as_anybody_stacks_are_allowed() =>
        Assert.Equal(1024 * (1 + 1), LayerCase.Cost("rnn hidden=1 layers=1024 bias=false", "1x1x1").Parameters);
}
