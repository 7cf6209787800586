using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Lowering;

/// <summary>The arithmetic all over a graph whose result is known before data come, in one layer.</summary>
internal sealed class FoldedWork
{
    private readonly SortedDictionary<ElementwiseFunction, long> _elements = [];

    /// <summary>Whether there is any.</summary>
    public bool IsEmpty => _elements.Count == 0;

    /// <summary>The layer.</summary>
    public Layer Layer => StatedKind.Layer(
        "folded", [.. _elements.Select(pair => new FoldedArithmetic(pair.Key, pair.Value))]);

    /// <summary>Adds what a call computes. A number that is no tensor is none of the elements that tools count.</summary>
    public void Add(Call call)
    {
        if (call.Outputs.FirstOrDefault()?.Sizes is null or { Length: 0 })
        {
            return;
        }

        foreach (Operation operation in StatedKind.OperationsOf(Emission.Lower(call)))
        {
            switch (operation)
            {
                case Elementwise elementwise:
                    Add(elementwise.Function, elementwise.Elements * Math.Max(elementwise.Operands - 1, 1));
                    break;
                case Reduction reduction:
                    Add(ElementwiseFunction.Add, reduction.Inputs);
                    break;
            }
        }
    }

    private void Add(ElementwiseFunction function, long elements)
    {
        _elements.TryGetValue(function, out long before);
        _elements[function] = before + elements;
    }
}
