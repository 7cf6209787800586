using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Tensors;

namespace FlopsPS.Networks;

/// <summary>What a caller wants different from what a network says of itself.</summary>
public sealed class NetworkRequest
{
    /// <summary>A request that changes nothing.</summary>
    public static NetworkRequest None { get; } = new();

    /// <summary>The batch size, or null to keep the network's own.</summary>
    public long? BatchSize { get; init; }

    /// <summary>The shapes of inputs by name; the empty name means the only input.</summary>
    public IReadOnlyDictionary<string, TensorShape> InputShapes { get; init; } = new Dictionary<string, TensorShape>();

    /// <summary>Values for parameters of a manifest: whole numbers, fractions, truth values, words.</summary>
    public IReadOnlyDictionary<string, object> Parameters { get; init; } = new Dictionary<string, object>();

    /// <summary>Whether nothing is to change.</summary>
    public bool IsEmpty => BatchSize is null && InputShapes.Count == 0 && Parameters.Count == 0;

    /// <summary>The shape of an input: as requested, else its own; then with the requested batch.</summary>
    public TensorShape ShapeOf(string input, TensorShape own)
    {
        TensorShape shape = InputShapes.TryGetValue(input, out TensorShape? named) ? named
            : InputShapes.TryGetValue(string.Empty, out TensorShape? only) ? only
            : own;
        return BatchSize is { } batch ? shape.With(0, batch) : shape;
    }

    /// <summary>Refuses what fits no network.</summary>
    /// <exception cref="NetworkException">The batch is not positive, or a shape has no axes.</exception>
    public void Check()
    {
        if (BatchSize < 1)
        {
            throw new NetworkException(
                ErrorCode.ParameterInvalid, $"the batch size must be at least 1, not {BatchSize}");
        }

        if (InputShapes.Values.Any(shape => shape.Rank == 0))
        {
            throw new NetworkException(ErrorCode.ParameterInvalid, "the shape of an input has at least a batch");
        }
    }

    /// <summary>A request to a network that was made on this one: what the later one does not name stays.</summary>
    public NetworkRequest With(NetworkRequest later)
    {
        // A shape brings its own batch, and a shape for the only input replaces one that was given by name.
        bool isForOnlyInput = later.InputShapes.ContainsKey(string.Empty);
        return new()
        {
            BatchSize = later.BatchSize ?? (later.InputShapes.Count > 0 ? null : BatchSize),
            InputShapes = isForOnlyInput ? later.InputShapes : Over(InputShapes, later.InputShapes),
            Parameters = Over(Parameters, later.Parameters),
        };
    }

    /// <summary>Refuses shapes for inputs that the network does not have.</summary>
    /// <exception cref="NetworkException">The message names the inputs there are.</exception>
    public void CheckInputs(IReadOnlyCollection<string> names)
    {
        foreach (string name in InputShapes.Keys)
        {
            if (name.Length == 0 ? names.Count != 1 : !Contains(names, name))
            {
                throw new NetworkException(
                    ErrorCode.ParameterInvalid,
                    (name.Length == 0
                        ? "the network has several inputs, so say which shape is for which"
                        : $"the network has no input '{name}'")
                    + $": its inputs are {string.Join(", ", names)}");
            }
        }
    }

    private static Dictionary<string, T> Over<T>(
        IReadOnlyDictionary<string, T> own, IReadOnlyDictionary<string, T> later)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, T> pair in own.Concat(later))
        {
            all[pair.Key] = pair.Value;
        }

        return all;
    }

    private static bool Contains(IReadOnlyCollection<string> names, string name)
    {
        foreach (string candidate in names)
        {
            if (candidate == name)
            {
                return true;
            }
        }

        return false;
    }
}
