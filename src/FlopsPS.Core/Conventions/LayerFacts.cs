using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Conventions;

/// <summary>
/// What the rule of a <see cref="TableConvention"/> may ask of a layer: counts with names, which explain themselves
/// when the row is to be explained. The facts of one operation inside a layer are that operation's alone; inputs and
/// outputs are the layer's.
/// </summary>
/// <remarks>A rule that is text finds the facts by name, and the arguments of the kind as well.</remarks>
public sealed class LayerFacts
{
    private static readonly Dictionary<string, Func<LayerFacts, Amount>> s_named = new(StringComparer.Ordinal)
    {
        ["inputs"] = facts => facts.Inputs,
        ["outputs"] = facts => facts.Outputs,
        ["batch"] = facts => facts.Batch,
        ["channels"] = facts => facts.Channels,
        ["input_channels"] = facts => facts.InputChannels,
        ["positions"] = facts => facts.Positions,
        ["spatial_axes"] = facts => facts._facts.Of(facts.SpatialAxes, "axes"),
        ["features"] = facts => facts.Features,
        ["input_features"] = facts => facts.InputFeatures,
        ["vectors"] = facts => facts.Vectors,
        ["parameters"] = facts => facts.Parameters,
        ["weights"] = facts => facts.Weights,
        ["macs"] = facts => facts.Macs,
        ["linear_macs"] = facts => facts.LinearMacs,
        ["matmul_macs"] = facts => facts.MatMulMacs,
        ["masked_macs"] = facts => facts.MaskedMacs,
        ["terms"] = facts => facts.Terms,
        ["additions"] = facts => facts.Additions,
        ["bias"] = facts => facts.Bias,
        ["elements"] = facts => facts.Elements,
        ["softmax"] = facts => facts.SoftmaxElements,
        ["rows"] = facts => facts.Rows,
        ["taps"] = facts => facts.Taps,
        ["affine"] = facts => facts.Affine,
        ["shifted"] = facts => facts.Shifted,
        ["stored"] = facts => facts.Stored,
        ["operands"] = facts => facts.Operands,
        ["kernel"] = facts => facts.Kernel,
        ["stride"] = facts => facts.Stride,
        ["groups"] = facts => facts.Groups,
    };

    private readonly IReadOnlyList<Operation> _operations;
    private readonly IReadOnlyList<Weight> _weights;
    private readonly Facts _facts;

    internal LayerFacts(
        LayerCall call, IReadOnlyList<Operation> operations, IReadOnlyList<Weight> weights, Facts facts)
    {
        Call = call;
        _operations = operations;
        _weights = weights;
        _facts = facts;
    }

    /// <summary>The names of the facts.</summary>
    public static IReadOnlyCollection<string> Names => s_named.Keys;

    /// <summary>The layer with its shapes.</summary>
    public LayerCall Call { get; }

    /// <summary>What the facts are about.</summary>
    internal IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Nothing.</summary>
    public Amount Zero => _facts.Of(0);

    /// <summary>The elements of the first input.</summary>
    public Amount Inputs => _facts.Of(Call.Input, "inputs");

    /// <summary>The elements of the first output.</summary>
    public Amount Outputs => _facts.Of(Call.Output, "outputs");

    /// <summary>The size of the first axis.</summary>
    public Amount Batch => _facts.Of(Size(Call.Output, 0), "batch");

    /// <summary>The size of the second axis of the output: its channels.</summary>
    public Amount Channels => _facts.Of(Size(Call.Output, 1), "channels");

    /// <summary>The size of the second axis of the input: its channels.</summary>
    public Amount InputChannels => _facts.Of(Size(Call.Input, 1), "channels");

    /// <summary>The outputs per channel: batch times spatial sizes.</summary>
    public Amount Positions => _facts.Of(Size(Call.Output, 0) * Call.Output.Product(2, Call.Output.Rank), "positions");

    /// <summary>The size of the last axis of the output.</summary>
    public Amount Features => _facts.Of(Size(Call.Output, Call.Output.Rank - 1), "features");

    /// <summary>The size of the last axis of the input.</summary>
    public Amount InputFeatures => _facts.Of(Size(Call.Input, Call.Input.Rank - 1), "features");

    /// <summary>The vectors that lie along the last axis of the output.</summary>
    public Amount Vectors => _facts.Of(Call.Output.Product(0, Math.Max(Call.Output.Rank - 1, 0)), "vectors");

    /// <summary>The trainable weights, biases included.</summary>
    public Amount Parameters => _facts.Of(_weights.Where(weight => weight.IsTrainable).Sum(w => w.Elements), "weights");

    /// <summary>The trainable weights without the biases.</summary>
    public Amount Weights => _facts.Of(
        _weights.Where(weight => weight.IsTrainable && !IsBias(weight)).Sum(weight => weight.Elements), "weights");

    /// <summary>The multiply-accumulates of all sums of products; a mask hides none of them.</summary>
    public Amount Macs => MacsOf(_ => true);

    /// <summary>The multiply-accumulates of the operations that have weights of their own.</summary>
    public Amount LinearMacs => MacsOf(contraction => contraction.Form != ContractionForm.MatMul);

    /// <summary>The multiply-accumulates of products of two activations.</summary>
    public Amount MatMulMacs => MacsOf(contraction => contraction.Form == ContractionForm.MatMul);

    /// <summary>The multiply-accumulates that a mask leaves: of attention that is causal or looks at a window.</summary>
    public Amount MaskedMacs => _facts.Of(_operations.OfType<Contraction>().Sum(c => c.Products), "mul");

    /// <summary>The products that one output value sums; the weights that one input of a transposed convolution meets.
    /// </summary>
    public Amount Terms => _facts.Of(_operations.OfType<Contraction>().Sum(contraction => contraction.Terms), "mul");

    /// <summary>The additions that sum the products: for each value the products less one.</summary>
    public Amount Additions =>
        _facts.Of(_operations.OfType<Contraction>().Sum(c => c.Products - c.Accumulators), "add");

    /// <summary>The additions of biases: the outputs of sums of products with a bias.</summary>
    public Amount Bias => _facts.Of(
        _operations.OfType<Contraction>().Where(contraction => contraction.HasBias).Sum(c => c.Outputs), "bias");

    /// <summary>The outputs of sums of products without a bias.</summary>
    internal Amount Unbiased => _facts.Of(
        _operations.OfType<Contraction>().Where(contraction => !contraction.HasBias).Sum(c => c.Outputs), "outputs");

    /// <summary>The additions of biases in one of the operations.</summary>
    internal Amount BiasOf(string operation) => _facts.Of(
        _operations.OfType<Contraction>().Where(c => c.Name == operation && c.HasBias).Sum(c => c.Outputs), "bias");

    /// <summary>The elements that the operations go over: those of the output, for pools those of the input.</summary>
    public Amount Elements => _facts.Of(_operations.Sum(ElementsOf), "elements");

    /// <summary>The elements that one of the operations goes over.</summary>
    internal Amount ElementsOf(string operation) =>
        _facts.Of(_operations.Where(candidate => candidate.Name == operation).Sum(ElementsOf), "elements");

    /// <summary>The elements of all softmaxes.</summary>
    public Amount SoftmaxElements =>
        _facts.Of(_operations.OfType<Softmax>().Sum(softmax => softmax.Rows * softmax.Length), "softmax");

    /// <summary>The rows of a softmax; the groups of elements that share the statistics of a normalisation.</summary>
    public Amount Rows => _facts.Of(_operations.Sum(RowsOf), "rows");

    /// <summary>The elements of all windows of a pool, or those blended by an interpolation.</summary>
    public Amount Taps => _facts.Of(_operations.Sum(TapsOf), "taps");

    /// <summary>1 where a normalisation scales by learned weights, else 0.</summary>
    public Amount Affine => _facts.Of(IsAffine ? 1 : 0, "affine");

    /// <summary>1 where a normalisation adds a learned bias, else 0.</summary>
    public Amount Shifted =>
        _facts.Of(_operations.OfType<Normalization>().Any(normalization => normalization.IsShifted) ? 1 : 0, "shifted");

    /// <summary>1 where a normalisation uses stored statistics, else 0.</summary>
    public Amount Stored => _facts.Of(IsStored ? 1 : 0, "stored");

    /// <summary>The products of elementwise multiplications, one per element and further operand.</summary>
    internal Amount Multiplied => _facts.Of(
        _operations.OfType<Elementwise>()
            .Where(elementwise => elementwise.Function == ElementwiseFunction.Multiply)
            .Sum(elementwise => elementwise.Elements * Math.Max(elementwise.Operands - 1, 1)),
        "products");

    /// <summary>The number of tensors that go in.</summary>
    public Amount Operands => _facts.Of(_operations.OfType<Elementwise>().Sum(e => e.Operands), "operands");

    /// <summary>The product of the kernel sizes; 1 without a kernel.</summary>
    public Amount Kernel => _facts.Of(Product("kernel"), "kernel");

    /// <summary>The product of the strides; that of the kernel sizes where no stride is given.</summary>
    public Amount Stride => _facts.Of(Sizes("stride") is null ? Product("kernel") : Product("stride"), "stride");

    /// <summary>The groups of channels; 1 where the kind has none.</summary>
    public Amount Groups => _facts.Of(Number("groups") ?? 1, "groups");

    /// <summary>Whether a normalisation scales by learned weights.</summary>
    public bool IsAffine => _operations.OfType<Normalization>().Any(normalization => normalization.IsAffine);

    /// <summary>Whether a normalisation uses stored statistics.</summary>
    public bool IsStored =>
        _operations.OfType<Normalization>().Any(normalization => normalization.UsesStoredStatistics);

    /// <summary>The number of axes behind batch and channels.</summary>
    public int SpatialAxes => Call.Input.SpatialRank;

    /// <summary>The arguments of a kind that <see cref="Find"/> or <see cref="Word"/> know.</summary>
    public static IEnumerable<Argument> ArgumentsOf(LayerKind kind) => kind.Arguments.Where(argument =>
        argument.Type is ArgumentType.Integer or ArgumentType.Boolean or ArgumentType.Sizes or ArgumentType.Word);

    /// <summary>The fact of this name; or the argument of this name when it is a number: sizes are their product, true
    /// is 1. Null where there is neither, or the argument has no value.</summary>
    public Amount? Find(string name)
    {
        if (s_named.TryGetValue(name, out Func<LayerFacts, Amount>? fact))
        {
            return fact(this);
        }

        long? number = Sizes(name) is null ? Number(name) : Product(name);
        return number is { } known ? _facts.Of(known, name) : null;
    }

    /// <summary>The multiply-accumulates of one of the operations.</summary>
    internal Amount MacsOf(string operation) => MacsOf(contraction => contraction.Name == operation);

    /// <summary>A number of the rule's own, under a name.</summary>
    internal Amount Of(long value, string unit) => _facts.Of(value, unit);

    /// <summary>The whole number that an argument has; true is 1, a word that stands for the channels is their number.
    /// </summary>
    internal long? Number(string name) => Value(name) switch
    {
        long number and >= 0 => number,
        long => Size(Call.Input, 1),
        bool flag => flag ? 1 : 0,
        _ => null,
    };

    /// <summary>The word that an argument has, or null.</summary>
    public string? Word(string name) => Value(name) as string;

    /// <summary>The sizes that an argument has, or null.</summary>
    internal Sizes? Sizes(string name) => Value(name) as Sizes;

    /// <summary>The value of an argument, or null.</summary>
    internal object? Value(string name) =>
        Call.Layer.Definition.Arguments.FirstOrDefault(argument => argument.Name == name) is { } argument
            ? Call.Layer.ValueOf(argument)
            : null;

    /// <summary>The product of the sizes of an argument over the spatial axes; 1 where there are none.</summary>
    internal long Product(string name)
    {
        long product = 1;
        for (int axis = 0; Sizes(name) is { } sizes && axis < SpatialAxes; axis++)
        {
            product *= sizes[axis];
        }

        return product;
    }

    private static bool IsBias(Weight weight) => weight.Name.StartsWith("bias", StringComparison.Ordinal);

    private static long Size(TensorShape shape, int axis) => axis >= 0 && axis < shape.Rank ? shape[axis] : 1;

    private static long ElementsOf(Operation operation) => operation switch
    {
        Contraction contraction => contraction.Outputs,
        Elementwise elementwise => elementwise.Elements,
        Normalization normalization => normalization.Elements,
        LocalResponse response => response.Elements,
        Pooling pooling => pooling.Inputs,
        Softmax softmax => softmax.Rows * softmax.Length,
        Interpolation interpolation => interpolation.Outputs,
        _ => 0,
    };

    private static long RowsOf(Operation operation) => operation switch
    {
        Normalization normalization => normalization.Rows,
        Softmax softmax => softmax.Rows,
        _ => 0,
    };

    private static long TapsOf(Operation operation) => operation switch
    {
        Pooling pooling => pooling.Taps,
        Interpolation interpolation => interpolation.Outputs * interpolation.Taps,
        _ => 0,
    };

    private Amount MacsOf(Func<Contraction, bool> isMeant)
    {
        Amount? sum = null;
        foreach (Contraction contraction in _operations.OfType<Contraction>().Where(isMeant))
        {
            Amount macs = Arithmetic.MacsOfWhole(contraction, _facts);
            sum = sum is { } before ? before + macs : macs;
        }

        return sum ?? _facts.Of(0, "mul");
    }
}
