using System.IO;
using FlopsPS.Budgets;
using FlopsPS.Networks;
using FlopsPS.Yaml.Budgets;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml;

/// <summary>Reads budgets. Part of the module's bridge: its signatures name no third-party type.</summary>
public static class BudgetFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path; errors name the file by it.</param>
    /// <exception cref="NetworkException">The file cannot be read, or is not a budget.</exception>
    public static Budget Read(string path) => ReadText(ManifestFile.Read(path, BudgetParser.NameKey), path);

    /// <summary>Reads text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="path">The full path of the file that it is of.</param>
    /// <exception cref="NetworkException">The text is not a budget.</exception>
    public static Budget ReadText(string text, string path)
    {
        return Rename.ManifestInvalid(ErrorCode.BudgetInvalid, () =>
        {
            SyntaxNode root = SyntaxTree.Read(
                text, path, BudgetParser.NameKey, $"'{BudgetParser.NameKey}', which is its name, and 'rules'");
            return BudgetParser.Parse(root, Path.GetDirectoryName(path)!);
        });
    }
}
