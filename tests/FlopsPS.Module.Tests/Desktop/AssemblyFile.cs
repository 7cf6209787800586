using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FlopsPS.Module.Tests.Desktop;

/// <summary>What an assembly has, and what it asks of others, read without loading it.</summary>
internal sealed class AssemblyFile
{
    private readonly Dictionary<string, TypeDefinition> _types;
    private readonly Dictionary<string, string> _forwards;

    private AssemblyFile(MetadataReader reader)
    {
        Reader = reader;
        _types = Reader.TypeDefinitions.Select(Reader.GetTypeDefinition)
            .GroupBy(type => SignatureText.NameOf(Reader, type))
            .ToDictionary(types => types.Key, types => types.First());
        _forwards = Reader.ExportedTypes.Select(Reader.GetExportedType)
            .Where(type => type.IsForwarder)
            .ToDictionary(
                type => $"{Reader.GetString(type.Namespace)}.{Reader.GetString(type.Name)}",
                type => NameOf((AssemblyReferenceHandle)type.Implementation));
    }

    public MetadataReader Reader { get; }

    public string Name => Reader.GetString(Reader.GetAssemblyDefinition().Name);

    public Version Version => Reader.GetAssemblyDefinition().Version;

    /// <summary>Null for a file that is no .NET assembly.</summary>
    public static AssemblyFile? Open(string path)
    {
        var file = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
        return file.HasMetadata && file.GetMetadataReader() is { IsAssembly: true } reader
            ? new AssemblyFile(reader)
            : null;
    }

    public string NameOf(AssemblyReferenceHandle assembly) =>
        Reader.GetString(Reader.GetAssemblyReference(assembly).Name);

    public bool Has(string type) => _types.ContainsKey(type);

    /// <summary>The assembly that has taken over a type; null when none has.</summary>
    public string? ForwardOf(string type) => _forwards.GetValueOrDefault(type.Split('+')[0]);

    /// <summary>The fields and methods that a type declares itself, with their signatures.</summary>
    public IEnumerable<string> MembersOf(string type)
    {
        SignatureText provider = SignatureText.Provider;
        IEnumerable<string> methods = _types[type].GetMethods().Select(Reader.GetMethodDefinition).Select(method =>
            $"{Reader.GetString(method.Name)}: {SignatureText.Of(method.DecodeSignature(provider, null))}");
        IEnumerable<string> fields = _types[type].GetFields().Select(Reader.GetFieldDefinition).Select(field =>
            $"{Reader.GetString(field.Name)}: {field.DecodeSignature(provider, null)}");
        return methods.Concat(fields);
    }
}
