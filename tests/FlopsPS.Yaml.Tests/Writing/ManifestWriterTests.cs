using System.Collections.Generic;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Yaml.Tests.Writing;

public sealed class ManifestWriterTests
{
    private static readonly string[] s_layers =
    [
        "conv: { out: 4, kernel: 3, padding: same }",
        "conv: { out: 6, kernel: 3x1, padding: [1, 0], groups: 2, bias: false }",
        "batchnorm",
        "relu",
        "layernorm: { axes: 2 }",
        "maxpool: { kernel: 2, stride: 1 }",
        "upsample: { scale: [2, 3/2], mode: bilinear }",
        "residual: { body: [conv: { out: in.channels, kernel: 1 }, relu] }",
        "residual: { body: [conv: { out: 8, kernel: 1 }], shortcut: [conv: { out: 8, kernel: 1 }, batchnorm] }",
        "branches: { paths: [[conv: { out: 2, kernel: 1 }], [], [relu, relu]] }",
        "branches: { paths: [[], [globalavgpool, sigmoid]], join: multiply }",
        "branches: { paths: [[softmax: { axis: 1 }], []], join: add }",
        "layers: [relu, residual: { body: [tanh] }]\n    repeat: 2\n    name: group",
        "training: [flatten, linear: { out: 3 }]",
        "custom: { parameters: 3, macs: 7 }",
        "linear: { out: 5 }\n    dtype: float16",
        "concat:\n    from: [input, input]",
        "conv: { out: 4, kernel: 1 }\n    name: a/b",
        "layers: []\n    from: [input]",
        "split: { axis: channels, sizes: [1, in.channels - 1] }",
        "einsum: { equation: 'nchw,nchw->nchw' }\n    from: [input, input]",
    ];

    // Chains of any steps; one that does not fit is left out.
    private static readonly Gen<string> s_manifest = Gen.Select(
        Gen.Int[0, s_layers.Length - 1].Array[0, 9], Gen.Int[1, 3], Gen.Bool, (picks, batch, typed) =>
    {
        string text = (typed ? "dtype: int8\n" : string.Empty)
            + $"input: {{ channels: 4, height: 5, width: 6, batch: {batch} }}\nlayers: []\n";
        foreach (int pick in picks)
        {
            string longer = text.Replace("layers: []\n", "layers:\n") + $"  - {s_layers[pick]}\n";
            if (Fits(longer))
            {
                text = longer;
            }
        }

        return text;
    });

    [Fact]
    public void Any_network_measures_the_same_when_it_was_written_and_read() => s_manifest.Sample(
        manifest =>
        {
            Network network = Reading.Build(manifest);
            string text = ManifestWriter.Write(network);
            Network copy = Reading.Build(text);
            Assert.Equal(text, ManifestWriter.Write(copy));
            Assert.Equal(MeasuredRows.Of(network), MeasuredRows.Of(copy));
        },
        iter: 200);

    [Theory]
    [InlineData("input: { shape: [2, 28, 28, 3], layout: NHWC }")]
    [InlineData("input: { shape: [1, 7, 12], layout: NTD }")]
    [InlineData("input: { tokens: 7 }")]
    [InlineData("input: { channels: 3, length: 9, batch: 2 }")]
    [InlineData("input: { shape: [2, 3, 4, 5, 6, 7], layout: any }")]
    [InlineData("inputs: { a: { features: 4 }, \"b c\": { features: 5 } }")]
    public void Inputs_are_written_as_their_author_writes_them(string input) =>
        Assert.Contains($"\n{input}\n", ManifestWriter.Write(Reading.Build($"{input}\nlayers: []\n")));

    [Fact]
    public void Where_a_network_comes_from_is_kept()
    {
        const string manifest = """
    name: small net
    description: >-
      A network that is described at such length that its description does not fit into one line of a manifest, which is
      folded where words end.
    source:
      family: Family
      year: 2015
      paper: "arXiv:1, Someone"
      implementation: nets/a.py
    input: { features: 4 }
    layers:
      - relu

    """;

        Assert.Equal(manifest, ManifestWriter.Write(Reading.Build(manifest)));
    }

    [Theory]
    [InlineData("a # b: c")]
    [InlineData("line\nline\t\u2028 \"quoted\" \\ end ")]
    [InlineData("- x")]
    [InlineData("null")]
    [InlineData("0x1F")]
    [InlineData("\u00e9\u0301\ud83d\ude00")]
    public void Any_text_comes_back(string text)
    {
        var builder = new NetworkBuilder();
        Network network = builder.Build(text, [builder.AddInput("input", new([1, 2]))], description: text);

        Network copy = Reading.Build(ManifestWriter.Write(network));

        Assert.Equal((text, text), (copy.Name, copy.Description));
    }

    [Fact]
    public void Layers_made_by_hand_are_written_without_what_is_a_default()
    {
        Layer conv = LayerCatalog.Get("conv").Create(new Dictionary<string, object>
        {
            ["out"] = 8L,
            ["kernel"] = 3L,
            ["padding"] = "same",
            ["stride"] = 1L,
            ["groups"] = "depthwise",
        });
        Layer relu = LayerCatalog.Get("relu").Create(new Dictionary<string, object>());

        Assert.Equal(
            """
            name: chain
            input: { channels: 8, height: 4, width: 4 }
            layers:
              - conv: { out: 8, kernel: 3, padding: same, groups: depthwise }
              - relu

            """,
            ManifestWriter.Write(Network.Chain("chain", new TensorShape([1, 8, 4, 4]), [conv, relu])));
    }

    [Fact]
    public void Residuals_within_residuals_are_nested_a_few_levels_deep_and_then_written_one_by_one()
    {
        // x + f(x + f(x + ...)), as an unrolled recurrence has it.
        var builder = new NetworkBuilder();
        var names = new NameScope();
        Layer relu = LayerCatalog.Get("relu").Create(new Dictionary<string, object>());
        Layer add = LayerCatalog.Get("add").Create(new Dictionary<string, object>());
        Tensor input = builder.AddInput("input", new([1, 2]));
        Tensor current = input;
        for (int i = 0; i < 3_000; i++)
        {
            current = builder.Add(names.Claim("relu"), relu, [current]).Outputs[0];
            current = builder.Add(names.Claim("add"), add, [current, input]).Outputs[0];
        }

        Network network = builder.Build("recurrence", [current]);
        string text = ManifestWriter.Write(network);

        Assert.Equal(MeasuredRows.Of(network), MeasuredRows.Of(Reading.Build(text)));
        Assert.Contains("residual:", text);
        Assert.Contains("from: [relu2, input]", text);
    }

    [Theory]
    [InlineData("residual: { body: [relu, tanh] }", "  - residual:\n      body:\n        - relu\n        - tanh\n")]
    [InlineData(
        "branches: { paths: [[], [relu]], join: multiply }",
        "  - branches:\n      paths:\n        - []\n        - - relu\n      join: multiply\n")]
    [InlineData(
        "layers: [relu, tanh]\n    repeat: 3\n    name: unit",
        "  - name: unit\n    repeat: 3\n    layers:\n      - relu\n      - tanh\n")]
    [InlineData(
        "add:\n    from: [input, input]\n    name: sum", "  - add:\n    name: sum\n    from: [input, input]\n")]
    public void Structures_are_written_as_people_write_them(string layer, string written) => Assert.EndsWith(
        $"layers:\n{written}",
        ManifestWriter.Write(Reading.Build($"input: {{ features: 4 }}\nlayers:\n  - {layer}\n")));

    [Fact]
    public void What_cannot_be_said_is_an_error_that_names_the_layer()
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", new([1, 2]));
        Layer relu = LayerCatalog.Get("relu").Create(new Dictionary<string, object>());
        Node node = builder.Add("auxiliary", relu, [input], role: NodeRole.Idle);

        var error = Assert.Throws<NetworkException>(() => ManifestWriter.Write(builder.Build("net", node.Outputs)));

        Assert.Equal((ErrorCode.ManifestInvalid, "auxiliary"), (error.Code, error.Layer));
        Assert.Contains("runs in training only", error.Message);
    }

    [Fact]
    public void A_path_that_is_too_long_is_an_error_that_names_the_layer()
    {
        var builder = new NetworkBuilder();
        Layer relu = LayerCatalog.Get("relu").Create(new Dictionary<string, object>());
        string path = new('a', 300);
        Node node = builder.Add(path, relu, [builder.AddInput("input", new([1, 2]))]);

        var error = Assert.Throws<NetworkException>(() => ManifestWriter.Write(builder.Build("net", node.Outputs)));

        Assert.Contains("1 to 256 characters", error.Message);
    }

    private static bool Fits(string manifest)
    {
        try
        {
            return Reading.Build(manifest).Nodes.Count >= 0;
        }
        catch (NetworkException)
        {
            return false;
        }
    }
}
