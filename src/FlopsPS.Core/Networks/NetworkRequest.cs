using System.Collections.Generic;
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
