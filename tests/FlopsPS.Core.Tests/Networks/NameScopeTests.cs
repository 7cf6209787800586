using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Networks;

public class NameScopeTests
{
    [Fact]
    public void The_second_of_a_kind_gets_a_number()
    {
        var names = new NameScope();

        Assert.Equal(
            ["conv", "relu", "conv2", "conv3", "relu2"],
            new[] { "conv", "relu", "conv", "conv", "relu" }.Select(names.Claim));
    }
}
