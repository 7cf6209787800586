using System.Linq;
using System.Text.Json;

namespace FlopsPS.Module.Tests;

public sealed class HostJsonTests
{
    [Fact]
    public void Every_value_has_its_json_in_every_culture()
    {
        (string Text, string Element)[] cases =
        [
            ("$null", "null"),
            ("$true", "true"),
            ("4089184256", "4089184256"),
            ("-0.5", "-0.5"),
            ("[ulong]::MaxValue", "18446744073709551615"),
            ("[bigint]::Pow(2, 80)", "1208925819614629174706176"),
            ("12.50d", "12.50"),
            ("[float] 0.1", "0.1"),
            ("[double]::NaN", "\"NaN\""),
            ("'é \"<&>'", "\"é \\\"<&>\""),
            ("\"two`nlines\"", "\"two\\nlines\""),
            ("[DayOfWeek]::Friday", "\"Friday\""),
            ("[datetime] '2024-01-02'", "\"2024-01-02T00:00:00.0000000\""),
            ("[version] '1.2'", "\"1.2\""),
            (", @(1, 'a', $null)", "[1,\"a\",null]"),
            ("@{ a = @{ b = 1.5 } }", "{\"a\":{\"b\":1.5}}"),
            ("[pscustomobject] @{ a = [pscustomobject] @{ b = 1, 2 } }", "{\"a\":{\"b\":[1,2]}}"),
            ("[Net]::new()", "{\"Macs\":1}"),
        ];
        const string Preparation =
            "class Net { $Macs = 1; hidden $Secret = 2 }; [CultureInfo]::CurrentCulture = 'tr-TR'; ";

        HostResult result = HostProcess.Run(
            "-OutputFormat", "Json", Preparation + string.Join(';', cases.Select(example => example.Text)));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            ["[", .. cases.Select(example => example.Element), "]"],
            result.OutputLines.Select(line => line.TrimEnd(',')));
    }

    [Theory]
    [InlineData("$null = 1", "[]\n")]
    [InlineData("1; 2; 3", "[\n1,\n2,\n3\n]\n")]
    [InlineData("1; exit 0; 2", "[\n1\n]\n")]
    [InlineData("1; throw 'x'", "[\n1\n]\n")]
    public void The_array_is_always_whole(string text, string output) =>
        Assert.Equal(output, HostProcess.Run("-OutputFormat", "Json", text).Output);

    [Fact]
    public void An_object_that_contains_itself_ends()
    {
        HostResult result = HostProcess.Run("-OutputFormat", "Json", "$h = @{}; $h.Self = $h; $h");

        Assert.Equal(0, result.ExitCode);
        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal(1, document.RootElement.GetArrayLength());
    }

    [Fact]
    public void Costs_are_numbers()
    {
        HostResult result = HostProcess.Run("-OutputFormat", "Json", "Measure-NetworkFlops resnet50, lenet5");

        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal(2, document.RootElement.GetArrayLength());
        Assert.Equal(4089184256, document.RootElement[0].GetProperty("Macs").GetInt64());
        Assert.Equal(JsonValueKind.Null, document.RootElement[0].GetProperty("Layer").ValueKind);
    }
}
