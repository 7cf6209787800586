using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Onnx.Operators;

/// <summary>Pools over windows and over the whole map.</summary>
internal sealed class PoolOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("MaxPool", new(InferMax, call => Lower(call, "maxpool"))),
        ("AveragePool", new(Infer, LowerAverage)),
        ("LpPool", new(Infer, call => LowerLp(call, Build.OutputElements(call) * Window(call).Elements))),
        ("com.microsoft.QLinearAveragePool", new(Infer, LowerAverage, "x ?scale ?zero_point ?scale ?zero_point")),
        ("GlobalAveragePool", Global("globalavgpool")),
        ("com.microsoft.QLinearGlobalAveragePool", Global("globalavgpool")),
        ("GlobalMaxPool", Global("globalmaxpool")),
        ("GlobalLpPool", new(InferGlobal, call => LowerLp(call, Dims.Product(call.Sizes(0))))),
    ];

    /// <summary>The window of a pool.</summary>
    public static WindowSizes Window(Call call) =>
        WindowSizes.Of(call, call.List("kernel_shape") ?? [], call.Sizes(0));

    /// <summary>An average pool over this window, whose padding counts.</summary>
    public static Layer Padded(Call call, WindowSizes window) =>
        Average(window, ("count_include_pad", true), CeilMode(call));

    private static Operator Global(string kind) => new(InferGlobal, _ => Build.Kind(kind), "x -*");

    private static void InferGlobal(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        if (input.Skip(1).Contains(0))
        {
            throw Call.Mismatch($"there is nothing to pool in {Dims.Text(input)}");
        }

        call.Output([input[0], input[1], .. input.Skip(2).Select(_ => 1L)]);
    }

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

    // The root of order p of the sum of the powers of each window.
    private static Layer LowerLp(Call call, long taps)
    {
        long outputs = Build.OutputElements(call);
        var sum = new Reduction(taps, outputs);
        Operation[] operations = call.Whole("p", 2) switch
        {
            1 => [new Elementwise(Abs, taps), sum],
            2 => [new Elementwise(Multiply, taps), sum, new Elementwise(Sqrt, outputs)],
            _ => [new Elementwise(Abs, taps), new Elementwise(Power, taps), sum, new Elementwise(Power, outputs)],
        };
        return StatedKind.Layer("lppool", operations);
    }

    // The layer of the catalogue has no dilation; where there is none, 1 is the default.
    private static Layer Average(WindowSizes window, params IEnumerable<(string Name, object Value)> arguments) =>
        Build.Kind("avgpool", [.. window.PoolArguments.Where(argument => argument.Name != "dilation"), .. arguments]);

    private static Layer Lower(Call call, string kind) => Build.Kind(
        kind,
        [.. Window(call).PoolArguments, CeilMode(call)]);

    private static (string Name, object Value) CeilMode(Call call) => ("ceil_mode", call.Whole("ceil_mode", 0) != 0);
}
