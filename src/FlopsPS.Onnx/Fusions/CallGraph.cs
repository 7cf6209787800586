using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;

namespace FlopsPS.Onnx.Fusions;

/// <summary>Who makes each value, and who reads it.</summary>
internal sealed class CallGraph
{
    private readonly Dictionary<Value, Call> _makers = [];
    private readonly Dictionary<Value, List<Call>> _readers = [];
    private readonly HashSet<Value> _kept;

    /// <summary>Looks at calls, of which these values come out in the end.</summary>
    public CallGraph(IReadOnlyList<Call> calls, IEnumerable<Value> outputs)
    {
        _kept = [.. outputs];
        foreach (Call call in calls)
        {
            foreach (Value output in call.Outputs)
            {
                _makers[output] = call;
            }

            foreach (Value input in call.Inputs.OfType<Value>().Distinct())
            {
                if (!_readers.TryGetValue(input, out List<Call>? readers))
                {
                    _readers.Add(input, readers = []);
                }

                readers.Add(call);
            }
        }
    }

    /// <summary>The call that makes a value with this operator of ONNX's; null when another one does.</summary>
    public Call? Maker(Value? value, params string[] operators) =>
        value is not null && _makers.TryGetValue(value, out Call? call) && Is(call, operators) ? call : null;

    /// <summary>The only call that reads what a call makes, when it is one of these operators and the value does not
    /// come out of the network.</summary>
    public Call? Reader(Call? call, params string[] operators)
    {
        return call is { Outputs.Count: > 0 }
            && !_kept.Contains(call.Outputs[0])
            && _readers.TryGetValue(call.Outputs[0], out List<Call>? readers)
            && readers.Count == 1
            && readers[0].IsIdle == call.IsIdle
            && Is(readers[0], operators)
            ? readers[0]
            : null;
    }

    /// <summary>Whether what a call makes is read by these calls alone.</summary>
    public bool IsReadWithin(Call call, IReadOnlyCollection<Call> calls) => call.Outputs.All(output =>
        !_kept.Contains(output)
        && (!_readers.TryGetValue(output, out List<Call>? readers) || readers.All(calls.Contains)));

    /// <summary>The other input of a call of two.</summary>
    public static Value? Other(Call? call, Value value) => call is not { Inputs.Count: 2 } ? null
        : ReferenceEquals(call.Inputs[0], value) ? call.Inputs[1]
        : ReferenceEquals(call.Inputs[1], value) ? call.Inputs[0]
        : null;

    /// <summary>The input of a call that is no single number, when its other one is; else null.</summary>
    public static Value? Scaled(Call? call) => call is not { Inputs.Count: 2 } ? null
        : IsNumber(call.Inputs[1]) ? call.Inputs[0]
        : IsNumber(call.Inputs[0]) ? call.Inputs[1]
        : null;

    /// <summary>Whether a value is a single number; when one is given, that.</summary>
    public static bool IsNumber(Value? value, double? number = null) =>
        value is { IsConstant: true, Elements: { Count: 1 } elements }
        && (number is null || elements.Are(number.Value));

    private static bool Is(Call call, string[] operators) =>
        call.Unknown is null && call.Node.Domain.Length == 0 && operators.Contains(call.Node.Operator);
}
