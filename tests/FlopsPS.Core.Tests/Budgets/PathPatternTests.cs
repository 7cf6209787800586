using FlopsPS.Budgets;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Budgets;

public class PathPatternTests
{
    [Theory]
    [InlineData("layer4", "layer4")]
    [InlineData("LAYER4", "layer4")]
    [InlineData("layer*", "layer4")]
    [InlineData("layer?", "layer4")]
    [InlineData("*", "layer4")]
    [InlineData("layer4*", "layer4")]
    [InlineData("a/**", "a")]
    [InlineData("l*r*4", "layer4")]
    [InlineData("*a*a*b", "aaaaaaaaab")]
    [InlineData("layer4/*", "layer4/0")]
    [InlineData("layer4/*/conv?", "layer4/0/conv1")]
    [InlineData("nets/**/*.yaml", "nets/a.yaml")]
    [InlineData("nets/**/*.yaml", "nets/x/y/a.yaml")]
    [InlineData("**", "a/b/c")]
    [InlineData("**/b/**/d", "a/b/c/b/d")]
    [InlineData("./nets/*.yaml", "nets/a.yaml")]
    [InlineData("nets\\*.yaml", "nets/a.yaml")]
    [InlineData("../*.yaml", "../a.yaml")]
    [InlineData("a[1]", "a[1]")]
    public void A_pattern_matches(string pattern, string path) => Assert.True(new PathPattern(pattern).IsMatch(path));

    [Theory]
    [InlineData("layer4", "layer41")]
    [InlineData("layer4", "layer4/0")]
    [InlineData("layer*", "layer4/0")]
    [InlineData("layer?", "layer")]
    [InlineData("layer4/*", "layer4")]
    [InlineData("*a*a*b", "aaaaaaaaac")]
    [InlineData("*.yaml", "nets/a.yaml")]
    [InlineData("nets/**/*.yaml", "other/a.yaml")]
    [InlineData("a/**/b", "a/b/c")]
    [InlineData("a.b", "axb")]
    public void A_pattern_does_not_match(string pattern, string path) =>
        Assert.False(new PathPattern(pattern).IsMatch(path));

    [Theory]
    [InlineData("a", 1)]
    [InlineData("a/*/c", 3)]
    [InlineData("./a/b", 2)]
    [InlineData(".", 1)]
    [InlineData("a/**", null)]
    public void The_depth_is_the_number_of_segments_when_it_is_fixed(string pattern, int? depth) =>
        Assert.Equal(depth, new PathPattern(pattern).Depth);

    [Theory]
    [InlineData("", "The pattern '' has an empty segment; between two / stands a name or *.")]
    [InlineData("a//b", "The pattern 'a//b' has an empty segment; between two / stands a name or *.")]
    [InlineData("/a", "The pattern '/a' has an empty segment; between two / stands a name or *.")]
    [InlineData("a/", "The pattern 'a/' has an empty segment; between two / stands a name or *.")]
    [InlineData("a/b**", "The pattern 'a/b**' has ** within a segment; write * there, or ** as a segment of its own.")]
    public void What_is_no_pattern_is_refused(string pattern, string message)
    {
        NetworkException error = Assert.Throws<NetworkException>(() => new PathPattern(pattern));

        Assert.Equal((ErrorCode.BudgetInvalid, message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("/repo", "/repo/nets/a.yaml", "nets/a.yaml")]
    [InlineData("/repo/", "/repo/a.yaml", "a.yaml")]
    [InlineData("/repo/ci", "/repo/nets/a.yaml", "../nets/a.yaml")]
    [InlineData("/repo/ci/x", "/repo/a.yaml", "../../a.yaml")]
    [InlineData("/repo", "/repository/a.yaml", "../repository/a.yaml")]
    [InlineData(@"C:\Work", @"c:\work\nets\a.yaml", "nets/a.yaml")]
    public void A_path_is_relative_to_a_folder(string folder, string file, string expected) =>
        Assert.Equal(expected, RelativePath.Of(folder, file));
}
