using System;
using System.IO;
using System.Linq;
using System.Text;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests;

public sealed class ManifestFileTests : IDisposable
{
    private const string Manifest = "input: { features: 4 }\nlayers: [relu] # äöü";

    private readonly string _folder = Directory.CreateTempSubdirectory("flopsps-").FullName;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Manifest) },
        { "UTF-8 with a mark", WithMark(Encoding.UTF8) },
        { "UTF-16", WithMark(Encoding.Unicode) },
        { "UTF-16, high byte first", WithMark(Encoding.BigEndianUnicode) },
        { "UTF-32", WithMark(Encoding.UTF32) },
        { "UTF-8 with carriage returns", Encoding.UTF8.GetBytes(Manifest.Replace("\n", "\r\n")) },
    };

    public static TheoryData<string, byte[]> NotText => new()
    {
        { "a zip", [(byte)'P', (byte)'K', 3, 4, 0, 0, 0, 0] },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Manifest) },
        { "Latin-1", Encoding.Latin1.GetBytes(Manifest) },
        { "a torn character", [(byte)'a', 0xC3] },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_text_is_read(string what, byte[] content)
    {
        NetworkTemplate template = Assert.Single(ManifestReader.ReadFile(Write(what, content)));

        Assert.Equal(what, template.Name);
        Assert.Equal("relu", template.Build(NetworkRequest.None, default).Nodes.Single().Path);
    }

    [Theory]
    [MemberData(nameof(NotText))]
    public void What_is_no_Unicode_text_is_refused(string what, byte[] content)
    {
        string path = Write(what, content);

        Fails(
            path,
            ErrorCode.FileUnreadable,
            $"'{path}' is a binary file, not a manifest: a manifest is YAML text in UTF-8");
    }

    [Fact]
    public void A_file_that_does_not_exist_is_named()
    {
        string path = Path.Combine(_folder, "none.yaml");
        string below = Path.Combine(_folder, "none", "none.yaml");

        Fails(path, ErrorCode.FileNotFound, $"there is no file '{path}'");
        Fails(below, ErrorCode.FileNotFound, $"there is no file '{below}'");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void What_is_no_path_is_refused(string path) =>
        Fails(path, ErrorCode.FileNotFound, $"'{path}' is not the path of a file");

    [Fact]
    public void A_folder_is_refused_with_the_way_to_name_what_is_in_it() =>
        Fails(
            _folder,
            ErrorCode.FileUnreadable,
            $"'{_folder}' is a folder; name the manifests in it: {_folder}/*.yaml");

    [Theory]
    [InlineData((16 * 1024 * 1024) + 1)]
    [InlineData(1L << 40)]
    public void More_than_16_MiB_are_refused(long size)
    {
        string path = Path.Combine(_folder, "large.yaml");
        using (FileStream file = File.Create(path))
        {
            // A hole in the file: nothing is written.
            file.SetLength(size);
        }

        Fails(path, ErrorCode.FileUnreadable, $"'{path}' is larger than 16 MiB, which no manifest is");
    }

    [Fact]
    public void Up_to_16_MiB_are_read()
    {
        byte[] content = new byte[16 * 1024 * 1024];
        Array.Fill(content, (byte)'#');
        Encoding.UTF8.GetBytes(Manifest + "\n").CopyTo(content, 0);

        Assert.Single(ManifestReader.ReadFile(Write("large.yaml", content)));
    }

    [Fact]
    public void An_error_in_the_text_names_the_file_as_it_was_given()
    {
        string path = Write("wrong.yaml", Encoding.UTF8.GetBytes("input: { features: 4 }\nlayers:\n  - rleu"));

        NetworkException error = Assert.Throws<NetworkException>(() => ManifestReader.ReadFile(path));

        Assert.Equal((path, 3, 5), (error.File, error.Line, error.Column));
        Assert.StartsWith(path + "(3,5): 'rleu' is neither", error.Message);
    }

    private static void Fails(string path, ErrorCode code, string message)
    {
        NetworkException error = Assert.Throws<NetworkException>(() => ManifestReader.ReadFile(path));

        Assert.Equal((code, message), (error.Code, error.Message));
    }

    private static byte[] WithMark(Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(Manifest)];

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
