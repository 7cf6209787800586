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

    /// <summary>The window of a pool.</summary>
    public static WindowSizes Window(Call call) =>
        WindowSizes.Of(call, call.List("kernel_shape") ?? [], call.Sizes(0));

    /// <summary>An average pool over this window, whose padding counts.</summary>
    public static Layer Padded(Call call, WindowSizes window) =>
        Average(window, ("count_include_pad", true), CeilMode(call));

    private static Operator Global(string kind) => new(
        call =>
        {
            long[] input = call.Sizes(0, least: 3);
            call.Output(call.Whole("channels_last", 0) == 1
                ? [input[0], .. input.Skip(2).Select(_ => 1L), input[input.Length - 1]]
                : [input[0], input[1], .. input.Skip(2).Select(_ => 1L)]);
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
        call.Output([input[0], input[1], .. Window(call).Slide(input, call.Whole("ceil_mode", 0) != 0)]);
    }

    private static Layer LowerAverage(Call call)
    {
        long[] input = call.Sizes(0);
        WindowSizes window = Window(call);

        // Windows of one element are what exporters make of an adaptive pool that leaves the map as it is.
        if (call.Node.Operator == "AveragePool" && window.IsSingle && call.Outputs[0].Sizes!.SequenceEqual(input))
        {
            return Build.Kind("adaptiveavgpool", ("size", Build.List(input.Skip(2))));
        }

        return Average(window, ("count_include_pad", call.Whole("count_include_pad", 0) != 0), CeilMode(call));
    }

    // The layer of the catalogue has no dilation; where there is none, 1 is the default.
    private static Layer Average(WindowSizes window, params IEnumerable<(string Name, object Value)> arguments) =>
        Build.Kind("avgpool", [.. window.PoolArguments.Where(argument => argument.Name != "dilation"), .. arguments]);

    private static Layer Lower(Call call, string kind) => Build.Kind(
        kind,
        [.. Window(call).PoolArguments, CeilMode(call)]);

    private static (string Name, object Value) CeilMode(Call call) => ("ceil_mode", call.Whole("ceil_mode", 0) != 0);
}
