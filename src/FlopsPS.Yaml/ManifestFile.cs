using System;
using System.IO;
using System.Text;
using FlopsPS.Networks;

namespace FlopsPS.Yaml;

/// <summary>Reads the text of a manifest, or of another YAML file, within the limits.</summary>
internal static class ManifestFile
{
    private const int MaximumBytes = 16 * 1024 * 1024;

    /// <summary>The text of the file: UTF-8, or UTF-16 with a byte order mark.</summary>
    /// <param name="path">The path.</param>
    /// <param name="what">What the file is, for errors.</param>
    /// <exception cref="NetworkException">There is no such file, or it is a folder, too large, not text, not readable.
    /// </exception>
    public static string Read(string path, string what = "manifest")
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw Unreadable(path, $"is a folder; name the {what}s in it: {path.TrimEnd('/', '\\')}/*.yaml");
            }

            using FileStream stream = File.OpenRead(path);
            using var reader = new StreamReader(
                Within(stream) ?? throw Unreadable(path, $"is larger than 16 MiB, which no {what} is"),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            string text = reader.ReadToEnd();
            return text.IndexOf('\0') < 0 ? text : throw NotText(path, what);
        }
        catch (DecoderFallbackException)
        {
            throw NotText(path, what);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NetworkException(ErrorCode.FileNotFound, $"there is no file '{path}'", error);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new NetworkException(ErrorCode.FileNotFound, $"'{path}' is not the path of a file", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, "cannot be read: " + error.Message);
        }
    }

    // A pipe or a device has no length, and a file may grow: what counts is how much really comes.
    private static MemoryStream? Within(Stream stream)
    {
        var content = new MemoryStream();
        byte[] buffer = new byte[65_536];
        for (int read = stream.Read(buffer, 0, buffer.Length); read > 0; read = stream.Read(buffer, 0, buffer.Length))
        {
            if (content.Length + read > MaximumBytes)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        content.Position = 0;
        return content;
    }

    private static NetworkException NotText(string path, string what) =>
        Unreadable(path, $"is a binary file, not a {what}: a {what} is YAML text in UTF-8");

    private static NetworkException Unreadable(string path, string why) =>
        new(ErrorCode.FileUnreadable, $"'{path}' {why}");
}
