using FlopsPS.Conventions;
using FlopsPS.Networks;
using FlopsPS.Yaml;

namespace FlopsPS.Reading;

/// <summary>Conventions that users wrote, in YAML. Calls the bridge, which loads when it is first called.</summary>
internal static class ConventionFile
{
    /// <summary>The convention of a file.</summary>
    /// <exception cref="NetworkException">The file cannot be read, or is not a convention.</exception>
    public static Convention Read(string file) => ConventionReader.ReadFile(FilePaths.Check(file));
}
