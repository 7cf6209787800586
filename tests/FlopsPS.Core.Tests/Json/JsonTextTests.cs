using System.Globalization;
using FlopsPS.Json;

namespace FlopsPS.Core.Tests.Json;

public sealed class JsonTextTests
{
    [Fact]
    public void Members_stand_each_on_a_line_in_their_order_and_those_without_value_are_left_out() => Assert.Equal(
        """
        {
          "b": "text",
          "a": {
            "yes": true,
            "no": false
          }
        }
        """.ReplaceLineEndings("\n"),
        JsonText.Of(new JsonMap
        {
            { "b", "text" },
            { "nothing", null },
            { "a", new JsonMap { { "yes", true }, { "no", false } } },
        }));

    [Fact]
    public void Lists_of_maps_have_lines_and_lists_of_plain_values_have_one() => Assert.Equal(
        """
        {
          "maps": [
            {
              "x": 1
            },
            {
              "x": 2
            }
          ],
          "list": [1, "a", [2, 3]]
        }
        """.ReplaceLineEndings("\n"),
        JsonText.Of(new JsonMap
        {
            { "maps", new[] { new JsonMap { { "x", 1 } }, new JsonMap { { "x", 2 } } } },
            { "list", new object[] { 1L, "a", new object[] { 2L, 3L } } },
        }));

    [Fact]
    public void What_is_empty_has_no_lines() => Assert.Equal(
        "[{}, [], []]",
        JsonText.Of(new object[] { new JsonMap(), System.Array.Empty<JsonMap>(), System.Array.Empty<object>() }));

    [Theory]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("a\n\u001f b", "\"a\\u000a\\u001f b\"")]
    [InlineData("ü漢", "\"ü漢\"")]
    public void A_text_is_quoted(string text, string json) => Assert.Equal(json, JsonText.Of(text));

    [Fact]
    public void A_number_is_written_alike_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            Assert.Equal("-1.5", JsonText.Of(-1.5m));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
