using System;

namespace FlopsPS.Budgets;

/// <summary>Paths of layers and of the blocks that they stand in.</summary>
internal static class LayerPath
{
    /// <summary>Whether a layer is the one of a path, or below it; without a path every layer is.</summary>
    public static bool IsWithin(string layer, string? scope) => scope is null
        || layer == scope
        || (layer.Length > scope.Length
            && layer[scope.Length] == '/'
            && layer.StartsWith(scope, StringComparison.Ordinal));

    /// <summary>How many segments a path has.</summary>
    public static int Depth(string path)
    {
        int depth = 1;
        foreach (char letter in path)
        {
            depth += letter == '/' ? 1 : 0;
        }

        return depth;
    }
}
