using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;

namespace FlopsPS.Module.Tests.Desktop;

/// <summary>
/// Windows PowerShell 5.1 runs on .NET Framework 4.7.2. The module is not run there by these tests; what it asks of the
/// framework and of PowerShell is looked up in their reference assemblies, member by member.
/// </summary>
public sealed class DesktopTests
{
    private const string PowerShell = "System.Management.Automation";

    private static readonly Dictionary<string, AssemblyFile> s_framework = Open(
        [
            .. Files(Folder("DesktopFramework")),
            .. Files(Path.Combine(Folder("DesktopFramework"), "Facades")),
            .. Files(Folder("DesktopPowerShell")),
        ]);

    private static readonly Dictionary<string, AssemblyFile> s_module = Open(
        [
            .. Files(Path.Combine(Repository.Module, "bin")),
            .. Files(Path.Combine(Repository.Module, "bin", "private")),
        ]);

    public static TheoryData<string> Assemblies => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Module, "bin"), "*.dll", SearchOption.AllDirectories)
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_member_that_an_assembly_refers_to_is_there(string name)
    {
        AssemblyFile assembly = s_module[name];
        MetadataReader reader = assembly.Reader;

        IEnumerable<string> missing = reader.TypeReferences.Select(reader.GetTypeReference)
            .Where(type => Find(assembly, type) is null)
            .Select(type => SignatureText.NameOf(reader, type))
            .Concat(reader.MemberReferences.Select(reader.GetMemberReference)
                .Where(member => !Exists(assembly, member))
                .Select(member => $"{ParentOf(reader, member)}.{TextOf(reader, member)}"));

        Assert.NotEmpty(reader.MemberReferences);
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("FlopsPS")]
    [InlineData("FlopsPS.Core")]
    [InlineData("FlopsPS.Onnx")]
    public void What_lies_beside_the_module_needs_nothing_that_is_private(string name)
    {
        IEnumerable<string> needed = s_module[name].Reader.AssemblyReferences.Select(s_module[name].NameOf);

        Assert.Subset(
            new HashSet<string> { "netstandard", PowerShell, "FlopsPS.Core", "FlopsPS.Onnx", "FlopsPS.Yaml" },
            needed.ToHashSet());
    }

    // There are no binding redirects for a module, and AssemblyResolve is answered with exact names.
    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_refers_to_the_very_versions_that_lie_there(string name)
    {
        MetadataReader reader = s_module[name].Reader;
        IEnumerable<string> others = reader.AssemblyReferences.Select(reader.GetAssemblyReference)
            .Where(reference => s_module.ContainsKey(reader.GetString(reference.Name)))
            .Where(reference => reference.Version != s_module[reader.GetString(reference.Name)].Version)
            .Select(reference => $"{reader.GetString(reference.Name)} {reference.Version}");

        Assert.Empty(others);
    }

    [Fact]
    public void What_only_later_frameworks_have_would_be_found()
    {
        Assert.Null(Find("mscorlib", "System.Runtime.Loader.AssemblyLoadContext"));
        AssemblyFile strings = Find("netstandard", "System.String")!;

        Assert.Contains("Contains: System.Boolean `0(System.String)", strings.MembersOf("System.String"));
        Assert.DoesNotContain(
            "Contains: System.Boolean `0(System.String, System.StringComparison)", strings.MembersOf("System.String"));
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.dll");

    private static Dictionary<string, AssemblyFile> Open(IEnumerable<string> files) => files
        .Select(AssemblyFile.Open)
        .OfType<AssemblyFile>()
        .ToDictionary(file => file.Name, StringComparer.OrdinalIgnoreCase);

    // Where the build found the reference assemblies.
    private static string Folder(string key) => typeof(DesktopTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value!;

    private static string TextOf(MetadataReader reader, MemberReference member)
    {
        string signature = member.GetKind() == MemberReferenceKind.Field
            ? member.DecodeFieldSignature(SignatureText.Provider, null)
            : SignatureText.Of(member.DecodeMethodSignature(SignatureText.Provider, null));
        return $"{reader.GetString(member.Name)}: {signature}";
    }

    // The type that a member is said to be of, without its arguments.
    private static string ParentOf(MetadataReader reader, MemberReference member)
    {
        EntityHandle parent = member.Parent;
        string name = parent.Kind switch
        {
            HandleKind.TypeReference =>
                SignatureText.NameOf(reader, reader.GetTypeReference((TypeReferenceHandle)parent)),
            HandleKind.TypeDefinition =>
                SignatureText.NameOf(reader, reader.GetTypeDefinition((TypeDefinitionHandle)parent)),
            _ => reader.GetTypeSpecification((TypeSpecificationHandle)parent)
                .DecodeSignature(SignatureText.Provider, null),
        };
        return name.Split(" of (")[0];
    }

    private static bool Exists(AssemblyFile assembly, MemberReference member)
    {
        string type = ParentOf(assembly.Reader, member);
        if (type.EndsWith(']'))
        {
            // An array of several dimensions, whose methods the runtime makes.
            return true;
        }

        // The reference to the type itself says where it is; a generic one is made of it.
        AssemblyFile? owner = assembly.Has(type)
            ? assembly
            : assembly.Reader.TypeReferences.Select(assembly.Reader.GetTypeReference)
                .Where(reference => SignatureText.NameOf(assembly.Reader, reference) == type)
                .Select(reference => Find(assembly, reference))
                .First();
        return owner is not null && owner.MembersOf(type).Contains(TextOf(assembly.Reader, member));
    }

    private static AssemblyFile? Find(AssemblyFile from, TypeReference type)
    {
        TypeReference outer = type;
        while (outer.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            outer = from.Reader.GetTypeReference((TypeReferenceHandle)outer.ResolutionScope);
        }

        return Find(
            from.NameOf((AssemblyReferenceHandle)outer.ResolutionScope), SignatureText.NameOf(from.Reader, type));
    }

    private static AssemblyFile? Find(string assembly, string type)
    {
        // The module's own copies of packages come before the framework's.
        AssemblyFile? file = s_module.GetValueOrDefault(assembly) ?? s_framework.GetValueOrDefault(assembly);
        return file is null ? null
            : file.Has(type) ? file
            : file.ForwardOf(type) is { } next ? Find(next, type)
            : null;
    }
}
