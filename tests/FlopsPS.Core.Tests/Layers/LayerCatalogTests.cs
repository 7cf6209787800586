using System.Linq;
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
}
