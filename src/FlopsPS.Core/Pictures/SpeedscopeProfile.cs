using System.Collections.Generic;
using System.Linq;
using FlopsPS.Json;

namespace FlopsPS.Pictures;

/// <summary>
/// A profile that speedscope.app opens: a frame for each network, block and layer, a sample for each layer that costs
/// something, its weight the exact cost. Several networks are several profiles.
/// </summary>
/// <remarks>Source: the file-format-schema.json of speedscope.</remarks>
public static class SpeedscopeProfile
{
    private const string Schema = "https://www.speedscope.app/file-format-schema.json";

    /// <summary>The text of the file.</summary>
    public static string Write(IReadOnlyList<NetworkPicture> pictures)
    {
        var frames = new List<JsonMap>();
        var indices = new Dictionary<CostBranch, object>();
        JsonMap[] profiles = [.. pictures.Select(Profile)];
        return JsonText.Of(new JsonMap
        {
            { "$schema", Schema },
            { "name", pictures.Count == 1 ? pictures[0].Title : $"{pictures.Count} networks" },
            { "exporter", nameof(FlopsPS) },
            { "activeProfileIndex", 0 },
            { "shared", new JsonMap { { "frames", frames } } },
            { "profiles", profiles },
        }) + "\n";

        JsonMap Profile(NetworkPicture picture)
        {
            CostBranch[] layers = [.. picture.Layers.Where(layer => layer.Own > 0)];
            return new JsonMap
            {
                { "type", "sampled" },
                { "name", $"{picture.Title}: {picture.Caption}" },
                { "unit", "none" },
                { "startValue", 0 },
                { "endValue", picture.Root.Total },
                { "samples", layers.Select(Stack).ToArray() },
                { "weights", layers.Select(layer => (object)layer.Own) },
            };

            object[] Stack(CostBranch layer) => [.. layer.Line.Prepend(picture.Root).Select(IndexOf)];
        }

        object IndexOf(CostBranch branch)
        {
            if (!indices.TryGetValue(branch, out object? index))
            {
                index = frames.Count;
                indices.Add(branch, index);
                frames.Add(new JsonMap { { "name", branch.Path } });
            }

            return index;
        }
    }
}
