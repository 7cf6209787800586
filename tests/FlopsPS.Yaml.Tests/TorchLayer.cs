using System.Globalization;
using System.Linq;

namespace FlopsPS.Yaml.Tests;

/// <summary>A row of torch_layers.csv.</summary>
internal sealed record TorchLayer(string Type, bool Ran, string Output, long Parameters, long Macs)
{
    /// <summary>One layer of both, with the output of this one.</summary>
    public TorchLayer With(TorchLayer part) =>
        this with { Parameters = Parameters + part.Parameters, Macs = Macs + part.Macs };

    /// <summary>Both look-ups as one: 1x32x512 and 1x24x512 are 1x56x512.</summary>
    public TorchLayer WithTokensOf(TorchLayer other)
    {
        string[] sizes = Output.Split('x');
        sizes[1] = (Whole(sizes[1]) + Whole(other.Output.Split('x')[1])).ToString(CultureInfo.InvariantCulture);
        return this with { Output = string.Join('x', sizes) };
    }

    /// <summary>128x768 is 1x128x768.</summary>
    public TorchLayer WithBatch() =>
        Output.Count(letter => letter == 'x') == 1 ? this with { Output = "1x" + Output } : this;

    /// <summary>1x96x56x56 is 1x56x56x96.</summary>
    public TorchLayer WithChannelsLast()
    {
        string[] sizes = Output.Split('x');
        return this with { Output = string.Join('x', [sizes[0], .. sizes[2..], sizes[1]]) };
    }

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
