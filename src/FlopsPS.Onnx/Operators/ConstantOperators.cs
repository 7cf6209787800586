using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Tensors that come from nowhere: written into a node, or made of a size.</summary>
internal sealed class ConstantOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("Constant", new(InferConstant, _ => Build.Movement("constant"))),
        ("ConstantOfShape", new(InferFilled, _ => Build.Movement("constant"), "-")),
        ("Range", new(InferRange, _ => Build.Movement("range"), "- - -")),
        ("com.microsoft.Range", new(InferRange, _ => Build.Movement("range"), "- - -")),
        ("EyeLike", new(InferLike, _ => Build.Movement("eye"), "-")),
        .. new[] { "RandomNormal", "RandomUniform" }.Select(name => (
            name, Random(call => call.Output(call.List("shape") ?? [], TypeOf(call, ElementType.Single))))),
        .. new[] { "RandomNormalLike", "RandomUniformLike", "Bernoulli" }.Select(name => (name, Random(InferLike))),
        ("Multinomial", Random(call => call.Output(
            [call.Sizes(0, least: 2)[0], call.Whole("sample_size", 1)], TypeOf(call, ElementType.Int32)))),
    ];

    private static Operator Random(System.Action<Call> infer) => new(infer, _ => Build.Movement("random"), "-")
    {
        AlwaysRuns = true,
    };

    private static ElementType TypeOf(Call call, ElementType standard) =>
        (ElementType)call.Whole("dtype", (long)standard);

    private static void InferLike(Call call) => call.Output(call.Sizes(0), TypeOf(call, call.Input(0).Type));

    private static void InferConstant(Call call)
    {
        TensorModel? tensor = call.Attribute("value")?.Tensor
            ?? call.Attribute("sparse_value")?.SparseTensor
            ?? (call.Attribute("value_int")?.Whole is { } whole ? TensorModel.Of([whole], isScalar: true) : null)
            ?? (call.Attribute("value_float")?.Real is { } real ? TensorModel.Of([real], isScalar: true) : null)
            ?? (call.Attribute("value_ints") is { } wholes ? TensorModel.Of([.. wholes.Wholes]) : null)
            ?? (call.Attribute("value_floats") is { } reals ? TensorModel.Of([.. reals.Reals]) : null);
        call.Hand(tensor is null
            ? new Value(string.Empty, ElementType.Text, sizes: null) { IsConstant = true }
            : Constants.Of(tensor, isInitializer: false));
    }

    // Weights may be written as a size alone: the models that ONNX tests with are. A size that comes from the shape of
    // something else makes no weight.
    private static void InferFilled(Call call)
    {
        long[] sizes = call.Wholes(0);
        if (sizes.Any(size => size < 0))
        {
            throw Call.Mismatch($"a tensor cannot have the sizes {Dims.Text(sizes)}");
        }

        TensorModel? value = call.Attribute("value")?.Tensor;
        ElementType type = value?.Type ?? ElementType.Single;
        long count = Dims.Product(sizes);
        Elements? one = value is null ? new Elements([0.0]) : value.Elements;
        call.Hand(new Value(string.Empty, type, sizes)
        {
            Elements = one is { Count: > 0 } && Elements.AreFew(sizes) ? one.Pick(new int[count]) : null,
            IsConstant = true,
            Stored = call.Input(0).Stored.Count == 1
                ? [new Stored(call.Node.Label, count, type, call.Input(0).Stored[0].IsInitializer)
                {
                    IsBlank = one?.Are(0) == true,
                }]
                : [],
        });
    }

    private static void InferRange(Call call)
    {
        Elements[] ends = [call.Elements(0), call.Elements(1), call.Elements(2)];
        if (ends.Any(end => end.Count != 1))
        {
            throw Call.Mismatch("Range takes single numbers");
        }

        double step = ends[2].Real[0];
        double length = System.Math.Ceiling((ends[1].Real[0] - ends[0].Real[0]) / step);
        long count = step == 0 || double.IsNaN(length) || length > long.MaxValue / 2
            ? throw Call.Mismatch($"a range from {ends[0].Real[0]} to {ends[1].Real[0]} by {step} has no end")
            : System.Math.Max((long)length, 0);
        long[] sizes = [count];
        call.Output(sizes, Elements.AreFew(sizes) && !ends[0].IsReal
            ? new(Enumerable.Range(0, (int)count).Select(i => ends[0].Whole[0] + (i * ends[2].Whole[0])).ToArray())
            : null);
    }
}
