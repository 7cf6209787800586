using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using FlopsPS.Layers;

namespace FlopsPS.Core.Tests.Layers;

public class LayerCatalogTests
{
    public static TheoryData<string> Names => [.. LayerCatalog.Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kind_and_argument_is_described(string name)
    {
        LayerKind kind = LayerCatalog.Get(name);

        Assert.Matches("^[a-z][a-z0-9]*$", kind.Name);
        Assert.Matches("[.…]$", kind.Summary);
        Assert.NotEmpty(kind.Formula);
        Assert.All(kind.Arguments, argument => Assert.EndsWith(".", argument.Description));
        Assert.All(kind.Arguments, argument => Assert.Matches("^[a-z][a-z_]*$", argument.Name));
        Assert.Equal(kind.Arguments.Count, kind.Arguments.Select(argument => argument.Name).Distinct().Count());
    }

    [Fact]
    public void Every_kind_is_shown_to_make_a_shape()
    {
        IEnumerable<string> shown = typeof(LayerCatalogTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.Name is "output" or "outputs"))
            .SelectMany(method => method.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute => (IEnumerable<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)
            .Select(row => ((string)row.First().Value!).Split(' ')[0])
            .Concat(FunctionTests.Activations.Cast<object[]>().Select(row => (string)row[0]));

        Assert.Empty(LayerCatalog.Kinds.Where(kind => !kind.IsStructure).Select(kind => kind.Name).Except(shown));
    }
}
