using System.Collections.Generic;
using System.Linq;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Free weights, the same for every sample: a class token, a position embedding, a layer scale.</summary>
internal sealed class ParameterKind : UnaryKind
{
    private readonly Argument<IReadOnlyList<long>> _shape;
    private readonly Argument<string> _join;
    private readonly Argument<AxisArgument> _axis;

    public ParameterKind()
        : base("parameter", "Free weights that are added to the input, multiplied with it or concatenated.")
    {
        _shape = Integers("shape", "Sizes of the weights, without the batch.").AtLeast(1).Required();
        _join = Word("join", "How the weights meet the input.", "add", "multiply", "concat").Or("add");
        _axis = Axis("axis", "For concat, the axis that grows.").Or(new("channels"));
        Word("position", "For concat, where the weights stand; changes no count.", "before", "after").Or("before");
    }

    public override string Formula => "parameters = product of the shape; no multiply-accumulates";

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        IReadOnlyList<long> shape = layer.Get(_shape);
        if (shape.Count >= input.Rank)
        {
            throw Mismatch(
                $"the weights {RawText.Of(shape)} have {shape.Count} axes, more than {input} has behind the batch");
        }

        return layer.Get(_join) == "concat"
            ? Concatenate(layer, input, shape)
            : Broadcasting.Of(input, new(shape.Prepend(1)));
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        to.Parameter("weight", call.Layer.Get(_shape).Aggregate(1L, (product, size) => product * size));
        to.Do(call.Layer.Get(_join) switch
        {
            "add" => new Elementwise(ElementwiseFunction.Add, call.Output.Elements, operands: 2),
            "multiply" => new Elementwise(ElementwiseFunction.Multiply, call.Output.Elements, operands: 2),
            _ => new Movement("concat"),
        });
    }

    private TensorShape Concatenate(Layer layer, TensorShape input, IReadOnlyList<long> shape)
    {
        int axis = layer.Get(_axis).Resolve(input);
        return axis > 0
            ? Concatenation.Of([input, new(shape.Prepend(input[0]))], axis)
            : throw Mismatch("weights cannot be concatenated along the batch");
    }
}
