using System;
using System.Collections;
using System.IO;
using System.Management.Automation.Language;

namespace FlopsPS.Host;

/// <summary>Finds the module that this host runs.</summary>
internal static class ModuleFolder
{
    private const string Manifest = "FlopsPS.psd1";

    /// <summary>
    /// The manifest in the folder <c>module</c> beside the host, as packaged, or of the nearest folder above it, as in
    /// the repository.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no such folder.</exception>
    internal static string FindManifest()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "module", Manifest);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException(
            $"The module FlopsPS was not found: no module/{Manifest} beside {AppContext.BaseDirectory} or above it. "
            + "Put the folder 'module' beside the host.");
    }

    /// <summary>The version that the manifest states, read without importing the module.</summary>
    internal static string ReadVersion(string manifest)
    {
        ScriptBlockAst content = Parser.ParseFile(manifest, out _, out _);
        Ast? table = content.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false);
        return table?.SafeGetValue() is IDictionary data && data["ModuleVersion"] is string version
            ? version
            : throw new InvalidDataException($"No ModuleVersion in {manifest}.");
    }
}
