using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>The types of weights, as a manifest says them.</summary>
internal static class DataTypes
{
    /// <summary>The key of a manifest, of a layer and of a weight.</summary>
    public const string Key = "dtype";

    /// <summary>The type of this name; null where there is none.</summary>
    public static DataType? Read(SyntaxNode? node)
    {
        if (node is null)
        {
            return null;
        }

        string word = Expect.Text(node, Key).Text;
        string[] words = [.. DataType.All.Select(type => type.Name)];
        return DataType.Find(word) ?? throw node.Invalid(
            $"{Key} '{word}' is not one of {string.Join(", ", words)}." + NearestWord.Hint(word, words),
            ErrorCode.ArgumentInvalid);
    }
}
