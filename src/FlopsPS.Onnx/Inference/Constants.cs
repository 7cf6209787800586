using System.Linq;
using FlopsPS.Onnx.Models;

namespace FlopsPS.Onnx.Inference;

/// <summary>Values in which no input of the network has a part.</summary>
internal static class Constants
{
    /// <summary>The value of a tensor that the file holds.</summary>
    public static Value Of(TensorModel tensor, bool isInitializer) => new(tensor.Name, tensor.Type, tensor.Sizes)
    {
        Elements = tensor.Elements,
        IsConstant = true,
        Stored = [new Stored(tensor.Name, tensor.Count, tensor.Type, isInitializer)],
    };

    /// <summary>Marks what a call makes of constants as constant, and made of the stored tensors that went in.
    /// </summary>
    public static void Mark(Call call)
    {
        Stored[] stored =
        [
            .. call.Inputs
                .Where((input, index) => input is not null && !call.Operator.Slots[index].IsIgnored)
                .SelectMany(input => input!.Stored)
                .Distinct(),
        ];
        foreach (Value output in call.Outputs.Where(output => !output.IsConstant))
        {
            output.IsConstant = true;
            output.Stored = stored;
        }
    }
}
