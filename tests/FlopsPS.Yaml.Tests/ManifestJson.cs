using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Tests;

/// <summary>A manifest as JSON, its scalars typed as YAML editors type them.</summary>
internal static class ManifestJson
{
    public static string Of(string manifest) => Of(SyntaxTree.Read(manifest, file: null))!.ToJsonString();

    private static JsonNode? Of(SyntaxNode node) => node switch
    {
        MapNode map => new JsonObject(
            map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(item => Of(item))]),
        _ => Scalar((ScalarNode)node),
    };

    private static JsonNode? Scalar(ScalarNode scalar)
    {
        return scalar.IsEmpty ? null
            : bool.TryParse(scalar.Text, out bool truth) ? truth
            : long.TryParse(scalar.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long whole) ? whole
            : decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal part) ? part
            : scalar.Text;
    }
}
