using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using FlopsPS.Layers;

namespace FlopsPS.Core.Tests;

public class CodeRulesTests
{
    [Fact]
    public void Core_has_no_static_mutable_state()
    {
        FieldInfo[] mutable = [.. typeof(Layer).Assembly.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type => type.GetFields(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral)];

        Assert.Empty(mutable.Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    public void Core_references_neither_a_shell_nor_a_parser()
    {
        AssemblyName reference = Assert.Single(typeof(Layer).Assembly.GetReferencedAssemblies());

        Assert.Equal("netstandard", reference.Name);
    }
}
