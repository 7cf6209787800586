using System.IO;
using System.Reflection;

namespace FlopsPS.Pictures;

/// <summary>The files that pictures are made with; they lie beside the code and travel in the assembly.</summary>
internal static class Resource
{
    /// <summary>The text of a file, with line feeds whatever the checkout made of them.</summary>
    public static string Read(string name)
    {
        Assembly assembly = typeof(Resource).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream($"FlopsPS.Pictures.{name}"));
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
