using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Manifests;

/// <summary>What the requests of callers must be, and how one follows another.</summary>
internal static class Requests
{
    /// <summary>Refuses what fits no network.</summary>
    /// <exception cref="NetworkException">The batch is not positive, or a shape has no axes.</exception>
    public static void Check(NetworkRequest request)
    {
        if (request.BatchSize < 1)
        {
            throw new NetworkException(
                ErrorCode.ParameterInvalid, $"the batch size must be at least 1, not {request.BatchSize}");
        }

        if (request.InputShapes.Values.Any(shape => shape.Rank == 0))
        {
            throw new NetworkException(ErrorCode.ParameterInvalid, "the shape of an input has at least a batch");
        }
    }

    /// <summary>A request to a network that was made on request: what it does not name stays.</summary>
    public static NetworkRequest Over(NetworkRequest own, NetworkRequest request)
    {
        // A shape brings its own batch, and a shape for the only input replaces one that was given by name.
        bool isForOnlyInput = request.InputShapes.ContainsKey(string.Empty);
        return new()
        {
            BatchSize = request.BatchSize ?? (request.InputShapes.Count > 0 ? null : own.BatchSize),
            InputShapes = isForOnlyInput ? request.InputShapes : Over(own.InputShapes, request.InputShapes),
            Parameters = Over(own.Parameters, request.Parameters),
        };
    }

    private static Dictionary<string, T> Over<T>(
        IReadOnlyDictionary<string, T> own, IReadOnlyDictionary<string, T> request)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, T> pair in own.Concat(request))
        {
            all[pair.Key] = pair.Value;
        }

        return all;
    }
}
