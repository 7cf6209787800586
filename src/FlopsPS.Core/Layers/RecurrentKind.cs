using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// A recurrent network over N samples of T tokens. Each layer and direction contracts, for each of its g gates, the
/// F features of its input and the H hidden ones of the step before: weights g*H*(F + H) (+ 2*g*H), as many
/// multiply-accumulates per token. The first step is computed with its state of zeros like all others.
/// </summary>
/// <remarks>Source: torch.nn.RNN, GRU and LSTM, batch_first; the output is the sequence of the last layer.</remarks>
internal abstract class RecurrentKind : UnaryKind
{
    // Nobody stacks more; a mistyped number must not fill the memory.
    private const long MaximumLayers = 1024;

    private readonly Argument<long> _hidden;
    private readonly Argument<long> _layers;
    private readonly Argument<bool> _bidirectional;
    private readonly Argument<bool> _bias;

    protected RecurrentKind(string name, string summary)
        : base(name, summary)
    {
        _hidden = Integer("hidden", "Hidden features of each layer and direction.").Required();
        _layers = Integer("layers", "Number of layers on top of each other.").Or(1);
        _bidirectional = Boolean("bidirectional", "Whether each layer also runs backwards.").Or(false);
        _bias = Boolean("bias", "Whether the gates add biases: one for the input, one for the hidden state.").Or(true);
        Number("dropout", "Share of outputs dropped between layers in training; changes no count.").Or(0);
    }

    /// <summary>The number of vectors that a step computes from its input and the step before.</summary>
    protected abstract int Gates { get; }

    internal override void Check(Layer layer)
    {
        if (layer.Get(_layers) > MaximumLayers)
        {
            throw _layers.Invalid(layer.Get(_layers), $"a whole number from 1 to {MaximumLayers}");
        }
    }

    internal sealed override TensorShape Infer(Layer layer, TensorShape input)
    {
        KindChecks.Sequence(input);
        return input.Rank == 3
            ? input.WithFeatures(Directions(layer) * State(layer))
            : throw Mismatch($"{input} comes in, but a batch, tokens and features are needed, and no more");
    }

    internal sealed override void Lower(LayerCall call, Lowering to)
    {
        Layer layer = call.Layer;
        long features = call.Input[-1];
        for (int index = 0; index < layer.Get(_layers); index++)
        {
            for (int direction = 0; direction < Directions(layer); direction++)
            {
                LowerCell(call, features, $"_l{index}" + (direction == 0 ? string.Empty : "_reverse"), to);
            }

            features = call.Output[-1];
        }
    }

    /// <summary>The hidden features of a layer.</summary>
    protected long Hidden(Layer layer) => layer.Get(_hidden);

    /// <summary>The features that a step hands on: to the next one, and as its output.</summary>
    protected virtual long State(Layer layer) => Hidden(layer);

    /// <summary>What a step computes of its gates, element by element, for so many hidden values.</summary>
    protected abstract void Combine(Layer layer, long hidden, Lowering to);

    /// <summary>What a step does with its hidden features before it hands them on.</summary>
    protected virtual void Project(LayerCall call, string suffix, Lowering to)
    {
    }

    /// <summary>A function of the elements of several tensors, or of one.</summary>
    protected static void Do(Lowering to, ElementwiseFunction function, long elements, int operands = 1) =>
        to.Do(new Elementwise(function, elements, operands));

    private void LowerCell(LayerCall call, long features, string suffix, Lowering to)
    {
        bool hasBias = call.Layer.Get(_bias);
        TensorShape gates = call.Input.WithFeatures(Gates * Hidden(call.Layer));
        to.Linear(gates, features, hasBias, "input to hidden", "_ih" + suffix);
        to.Linear(gates, State(call.Layer), hasBias, "hidden to hidden", "_hh" + suffix);
        Combine(call.Layer, call.Input.Product(0, 2) * Hidden(call.Layer), to);
        Project(call, suffix, to);
    }

    private int Directions(Layer layer) => layer.Get(_bidirectional) ? 2 : 1;
}
