using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Pools over windows and over the whole map.</summary>
internal sealed class PoolOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("MaxPool", new(InferMax, call => Lower(call, "maxpool"))),
        ("AveragePool", new(Infer, LowerAverage)),
        ("LpPool", new(Infer, LowerAverage)),
        ("com.microsoft.QLinearAveragePool", new(Infer, LowerAverage, "x ?scale ?zero_point ?scale ?zero_point")),
        ("GlobalAveragePool", Global("globalavgpool")),
        ("com.microsoft.QLinearGlobalAveragePool", Global("globalavgpool")),
        ("GlobalMaxPool", Global("globalmaxpool")),
        ("GlobalLpPool", Global("globalavgpool")),
    ];

    private static Operator Global(string kind) => new(
        call =>
        {
            long[] input = call.Sizes(0, least: 3);
            call.Output([input[0], input[1], .. input.Skip(2).Select(_ => 1L)]);
        },
        _ => Build.Kind(kind),
        "x -*");

    private static void InferMax(Call call)
    {
        Infer(call);
        if (call.Node.Outputs.Count > 1)
        {
            call.Output(call.Outputs[0].Sizes!, ElementType.Int64);
        }
    }

    private static void Infer(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        call.Output([input[0], input[1], .. Window(call, input).Slide(input, call.Whole("ceil_mode", 0) != 0)]);
    }

    private static Layer LowerAverage(Call call)
    {
        long[] input = call.Sizes(0);
        WindowSizes window = Window(call, input);

        // Windows of one element are what exporters make of an adaptive pool that leaves the map as it is.
        if (call.Node.Operator == "AveragePool" && window.IsSingle && call.Outputs[0].Sizes!.SequenceEqual(input))
        {
            return Build.Kind("adaptiveavgpool", ("size", Build.List(input.Skip(2))));
        }

        // The layer of the catalogue has no dilation; where there is none, 1 is the default.
        return Build.Kind(
            "avgpool",
            [
                .. window.PoolArguments.Where(argument => argument.Name != "dilation"),
                ("ceil_mode", call.Whole("ceil_mode", 0) != 0),
                ("count_include_pad", call.Whole("count_include_pad", 0) != 0),
            ]);
    }

    private static Layer Lower(Call call, string kind) => Build.Kind(
        kind,
        [.. Window(call, call.Sizes(0)).PoolArguments, ("ceil_mode", call.Whole("ceil_mode", 0) != 0)]);

    private static WindowSizes Window(Call call, long[] input) =>
        WindowSizes.Of(call, call.List("kernel_shape") ?? [], input);
}
