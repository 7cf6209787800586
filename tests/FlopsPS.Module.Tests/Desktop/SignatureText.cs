using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace FlopsPS.Module.Tests.Desktop;

/// <summary>Signatures as text: names of types without the assemblies they are in, which differ between frameworks.
/// </summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    public static SignatureText Provider { get; } = new();

    public static string Of(MethodSignature<string> method) =>
        $"{method.ReturnType} `{method.GenericParameterCount}({string.Join(", ", method.ParameterTypes)})";

    /// <summary>The full name; a type in another one behind a plus.</summary>
    public static string NameOf(MetadataReader reader, TypeDefinition type)
    {
        string name = FullName(reader.GetString(type.Namespace), reader.GetString(type.Name));
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{NameOf(reader, reader.GetTypeDefinition(outer))}+{name}"
            : name;
    }

    /// <summary>The full name; a type in another one behind a plus.</summary>
    public static string NameOf(MetadataReader reader, TypeReference type)
    {
        string name = FullName(reader.GetString(type.Namespace), reader.GetString(type.Name));
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}+{name}"
            : name;
    }

    public string GetArrayType(string elementType, ArrayShape shape) =>
        $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetFunctionPointerType(MethodSignature<string> signature) => $"*({Of(signature)})";

    // Not in <>, which names that the compiler makes have as well.
    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType} of ({string.Join(", ", typeArguments)})";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    // Modifiers such as that of init-only properties are names that compilers look at, each its own.
    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        NameOf(reader, reader.GetTypeDefinition(handle));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        NameOf(reader, reader.GetTypeReference(handle));

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    private static string FullName(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
