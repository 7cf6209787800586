using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Inference;

/// <summary>
/// Unrolls a Loop: pass by pass as often as its trip count says; once, which the rows name, when data decide how often.
/// </summary>
internal sealed class LoopRun
{
    private readonly Walk _walk;
    private readonly Frame _frame;
    private readonly GraphModel _body;
    private readonly List<List<Value>> _scanned = [];
    private List<Value> _carried;

    public LoopRun(Walk walk, Frame frame)
    {
        _walk = walk;
        _frame = frame;
        _body = frame.Graph("body");
        _carried = [.. Enumerable.Range(2, System.Math.Max(frame.InputCount - 2, 0)).Select(frame.Input)];
    }

    public IReadOnlyList<Value> Run()
    {
        long? trips = _frame.Find(0)?.Elements is { Count: > 0 } count ? count.Whole[0] : null;
        bool isOpen = false;
        bool goesOn = _frame.Find(1)?.Elements is not { Count: > 0 } condition || condition.Whole[0] != 0;
        bool isKnown = trips < Walk.MaximumNodes
            && _frame.Find(1) is null or { Elements: not null };
        for (long pass = 0; goesOn && pass < (isKnown ? trips!.Value : 1); pass++)
        {
            Value next = Pass(pass);
            isOpen |= next.Elements is null;
            goesOn = next.Elements is not { Count: > 0 } known || known.Whole[0] != 0;
            if (isOpen)
            {
                break;
            }
        }

        if (!isKnown || isOpen)
        {
            _frame.Add(_walk, "trips", [], [], "data decide how often it runs: one pass is counted");
        }

        return [.. _carried, .. _scanned.SelectMany(passes => _frame.Stack(_walk, passes))];
    }

    private Value Pass(long pass)
    {
        var scope = new Scope(_frame.Scope);
        Value number = new("iteration", ElementType.Int64, [])
        {
            Elements = new Elements([pass]),
            IsConstant = true,
        };
        Value condition = new("condition", ElementType.Boolean, [])
        {
            Elements = new Elements([1L]),
            IsConstant = true,
        };
        List<Value> inputs = [number, condition, .. _carried];
        for (int i = 0; i < _body.Inputs.Count && i < inputs.Count; i++)
        {
            scope.Set(_body.Inputs[i].Name, inputs[i]);
        }

        Value[] outputs = _walk.Run(_body, scope, $"{_frame.Path}/{pass}/", _frame.Version);
        if (outputs.Length <= _carried.Count)
        {
            throw new NetworkException(
                ErrorCode.ModelInvalid,
                $"the body of the loop makes {outputs.Length} values, too few to carry {_carried.Count}");
        }

        _carried = [.. outputs.Skip(1).Take(_carried.Count)];
        Value[] scanned = [.. outputs.Skip(1 + _carried.Count)];
        for (int i = 0; i < scanned.Length; i++)
        {
            if (_scanned.Count == i)
            {
                _scanned.Add([]);
            }

            _scanned[i].Add(scanned[i]);
        }

        return outputs[0];
    }
}
