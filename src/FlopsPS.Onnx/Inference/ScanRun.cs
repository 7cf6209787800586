using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Inference;

/// <summary>Unrolls a Scan along the axis that it goes through.</summary>
internal sealed class ScanRun
{
    private readonly Walk _walk;
    private readonly Frame _frame;
    private readonly GraphModel _body;
    private readonly IReadOnlyList<Value> _inputs;
    private readonly string _path;
    private readonly int _scans;
    private readonly int _states;

    private ScanRun(Walk walk, Frame frame, IReadOnlyList<Value> inputs, string path)
    {
        _walk = walk;
        _frame = frame;
        _body = frame.Graph("body");
        _inputs = inputs;
        _path = path;
        _scans = (int)System.Math.Min(frame.Whole("num_scan_inputs") ?? 1, int.MaxValue);
        _states = inputs.Count - _scans;
        if (_scans < 1 || _states < 0 || _body.Inputs.Count < inputs.Count)
        {
            throw new NetworkException(
                ErrorCode.ModelInvalid, $"Scan goes through {_scans} of {inputs.Count} inputs, which cannot be");
        }
    }

    /// <summary>Walks all passes, and hands back the outputs of the node.</summary>
    public static IReadOnlyList<Value> Run(Walk walk, Frame frame)
    {
        if (frame.Version != 8)
        {
            Value[] inputs = [.. Enumerable.Range(0, frame.InputCount).Select(frame.Input)];
            return new ScanRun(walk, frame, inputs, frame.Path).Run();
        }

        // In version 8 lengths come in first, and the graph runs for each sample of a batch alone.
        Value[] batches = [.. Enumerable.Range(1, System.Math.Max(frame.InputCount - 1, 0)).Select(frame.Input)];
        long samples = batches.Length == 0 ? 0 : Sizes(batches[0]).FirstOrDefault();
        walk.Expect(samples);
        var made = new List<IReadOnlyList<Value>>();
        for (long sample = 0; sample < samples; sample++)
        {
            Value[] inputs = [.. batches.Select(
                batch => frame.Add(walk, "slice", [batch], [[.. Sizes(batch).Skip(1)]])[0])];
            made.Add(new ScanRun(walk, frame, inputs, $"{frame.Path}/{sample}").Run());
        }

        return [.. Enumerable.Range(0, made.Count == 0 ? 0 : made[0].Count)
            .SelectMany(i => frame.Stack(walk, [.. made.Select(outputs => outputs[i])]))];
    }

    private IReadOnlyList<Value> Run()
    {
        List<Value> carried = [.. _inputs.Take(_states)];
        var made = new List<Value[]>();
        long length = Length();
        _walk.Expect(length);
        for (long pass = 0; pass < length; pass++)
        {
            Value[] outputs = Pass(carried, pass);
            carried = [.. outputs.Take(_states)];
            made.Add([.. outputs.Skip(_states)]);
        }

        int stacks = made.Count == 0 ? 0 : made[0].Length;
        return
        [
            .. carried,
            .. Enumerable.Range(0, stacks).SelectMany(i => Stack([.. made.Select(outputs => outputs[i])], i)),
        ];
    }

    private int Axis(int scan, long[] sizes) =>
        Dims.Axis(_frame.List("scan_input_axes") is { } axes && scan < axes.Count ? axes[scan] : 0, sizes.Length);

    private long Length()
    {
        long[] sizes = SizesOf(0);
        return sizes[Axis(0, sizes)];
    }

    private long[] SizesOf(int scan) => Sizes(_inputs[_states + scan]);

    private static long[] Sizes(Value value) => value.Sizes
        ?? throw new NetworkException(
            ErrorCode.ModelInvalid, $"what Scan goes through, '{value.Name}', has no known shape");

    private Value[] Pass(List<Value> carried, long pass)
    {
        var scope = new Scope(_frame.Scope);
        for (int i = 0; i < _states; i++)
        {
            scope.Set(_body.Inputs[i].Name, carried[i]);
        }

        for (int scan = 0; scan < _scans; scan++)
        {
            long[] sizes = SizesOf(scan);
            int axis = Axis(scan, sizes);
            long[] rest = [.. sizes.Where((_, i) => i != axis)];
            scope.Set(
                _body.Inputs[_states + scan].Name,
                _frame.Add(_walk, "slice", [_inputs[_states + scan]], [rest])[0]);
        }

        Value[] outputs = _walk.Run(_body, scope, $"{_path}/{pass}/", _frame.Version);
        return outputs.Length >= _states
            ? outputs
            : throw new NetworkException(
                ErrorCode.ModelInvalid, $"the body of Scan makes {outputs.Length} values, but carries {_states}");
    }

    private IReadOnlyList<Value> Stack(IReadOnlyList<Value> passes, int index)
    {
        if (passes[0].Sizes is not { } sizes)
        {
            return _frame.Add(_walk, "concat", passes, [null]);
        }

        List<long> stacked = [.. sizes];
        long axis = _frame.List("scan_output_axes") is { } axes && index < axes.Count ? axes[index] : 0;
        stacked.Insert(Dims.Axis(axis, sizes.Length + 1), passes.Count);
        return _frame.Add(_walk, "concat", passes, [[.. stacked]]);
    }
}
