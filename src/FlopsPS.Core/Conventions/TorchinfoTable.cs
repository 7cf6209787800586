using System.Collections.Generic;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What the versions of torchinfo have in common: only weights cost, each as often as it is used.</summary>
internal abstract class TorchinfoTable : TableConvention
{
    protected TorchinfoTable(string name, string summary)
        : base(name, summary, Figures.Macs, "mult-adds")
    {
        Rule("conv convtranspose", "parameters * positions", l => l.Parameters * l.Positions);
        Rule("lstm gru rnn", "parameters * batch * steps", l => l.Parameters * l.Vectors);
        Rule(
            "batchnorm layernorm groupnorm instancenorm rmsnorm prelu embedding bilinear",
            "parameters * batch",
            l => l.Parameters * l.Batch);
        Rule(
            "windowattention",
            "parameters of the linear layers that compute position biases, as a linear layer",
            l => PositionNetwork.IsIn(l) ? PositionsOf(l) : null,
            unseen: operation => !PositionNetwork.Includes(operation));
        Free("relu relu6 leakyrelu rrelu elu celu selu gelu silu mish sigmoid logsigmoid tanh softplus softsign"
            + " softshrink hardshrink tanhshrink threshold hardtanh hardsigmoid hardswish glu softmax"
            + " softmin logsoftmax softmax2d"
            + " maxpool avgpool adaptivemaxpool adaptiveavgpool globalmaxpool globalavgpool"
            + " localresponsenorm upsample dropout");
    }

    protected override IReadOnlyList<string> QuirkLines =>
    [
        "a bias counts as a weight, so every bias addition is a mult-add",
        "a normalisation counts its weights once per sample, wherever they are used",
        "an embedding counts its whole table once per sample",
        "a transposed convolution is counted over the output map",
        "modules that contain modules are skipped, and with them attention: neither projections nor products count",
        "of window attention only the network that computes the position biases of version 2 is seen",
    ];

    protected override bool LooksInside => false;

    /// <summary>What the linear layers that compute the position biases of window attention cost.</summary>
    protected abstract Amount PositionsOf(LayerFacts layer);
}
