using System;
using System.Collections.Generic;
using System.IO;
using FlopsPS.Networks;
using FlopsPS.Onnx.Models;

namespace FlopsPS.Onnx;

/// <summary>Reads ONNX model files: the graph and the sizes of its weights; the weights themselves stay where they are.
/// </summary>
public static class OnnxReader
{
    /// <summary>Reads a model file.</summary>
    /// <param name="path">The path of the file system; errors name the file by it.</param>
    /// <returns>The template of the one network.</returns>
    /// <exception cref="NetworkException">The file cannot be read, or is no model.</exception>
    public static IReadOnlyList<NetworkTemplate> ReadFile(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return [Read(stream, path)];
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NetworkException(ErrorCode.FileNotFound, $"there is no file '{path}'", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new NetworkException(ErrorCode.FileUnreadable, $"'{path}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads a model from a stream that can seek.</summary>
    /// <param name="stream">The model.</param>
    /// <param name="path">The file that errors name, and whose name the network has.</param>
    /// <exception cref="NetworkException">The stream is no model.</exception>
    public static NetworkTemplate Read(Stream stream, string path) =>
        new OnnxTemplate(OnnxModel.Read(stream, path), path);

    /// <summary>Whether a file that begins like this may be a model: its first field is the version of the format, as
    /// all writers put it.</summary>
    public static bool Recognizes(byte[] head) => head.Length > 2 && head[0] == 0x08 && head[1] is > 0 and < 0x40;
}
