using System.Collections.Generic;
using FlopsPS.Networks;

namespace FlopsPS.Reading;

/// <summary>
/// A file format. A new one is one file: implement this with a public parameterless constructor, and
/// <see cref="NetworkReaders"/> finds it.
/// </summary>
internal interface INetworkReader
{
    /// <summary>The name, as -Format takes it.</summary>
    string Format { get; }

    /// <summary>The extensions of its files, with the dot, in lower case.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether a file of another extension looks like one of this format.</summary>
    /// <param name="head">The first bytes of the file.</param>
    bool Recognizes(byte[] head);

    /// <summary>Reads a file.</summary>
    /// <exception cref="NetworkException">The file cannot be read or is not of this format.</exception>
    IReadOnlyList<NetworkTemplate> ReadFile(string path);

    /// <summary>Reads text, for a format that is text.</summary>
    /// <param name="text">The content of a file.</param>
    /// <param name="name">The name of a network that does not name itself.</param>
    /// <exception cref="NetworkException">The text is not of this format, or the format is not text.</exception>
    IReadOnlyList<NetworkTemplate> ReadText(string text, string name);
}
