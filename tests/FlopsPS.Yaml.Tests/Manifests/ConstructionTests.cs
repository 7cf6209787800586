using System;
using System.Linq;
using System.Threading;
using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Manifests;

/// <summary>What a short text must not grow into.</summary>
public sealed class ConstructionTests
{
    private const string Steps = "the network has more than 3000000 steps; is a repeat too large?";

    [Fact]
    public void More_than_a_million_layers_are_refused()
    {
        Reading.Fails(
            "input: { features: 4 }\nlayers:\n  - identity:\n    repeat: 9223372036854775807",
            NetworkTooLarge, 3, 5,
            "layer 'identity/1000000': the network has more than 1000000 layers; is a repeat too large?");
    }

    [Fact]
    public void Steps_without_layers_have_a_limit_as_well()
    {
        NetworkException error = Reading.Error("""
            input: { features: 4 }
            layers:
              - layers: [{ relu: , when: false }]
                repeat: 10**18
            """);

        Assert.Equal((NetworkTooLarge, 3, 16, Steps), (error.Code, error.Line, error.Column, error.Reason));
    }

    [Fact]
    public void Rows_without_layers_have_a_limit_as_well()
    {
        string rows = string.Join(", ", Enumerable.Repeat("1", 2000));
        NetworkException error = Reading.Error($$"""
            input: { features: 4 }
            layers:
              - foreach: { in: [{{rows}}], as: a, layers: [{ foreach: { in: [{{rows}}], as: b, layers: [] } }] }
            """);

        Assert.Equal((NetworkTooLarge, Steps), (error.Code, error.Reason));
    }

    [Fact]
    public void Blocks_that_multiply_have_a_limit()
    {
        // 3 to the power of 30 relus.
        NetworkException error = Reading.Error(
            "input: { features: 4 }\nlayers: [b0]\nblocks:\n"
            + Blocks(30, next => $"{next}, {next}, {next}")
            + "  b30: { layers: [] }");

        Assert.Equal((NetworkTooLarge, Steps), (error.Code, error.Reason));
    }

    [Fact]
    public void Tensors_that_are_handed_on_have_a_limit()
    {
        // Each layer hands on twice as many tensors as the one before.
        NetworkException error = Reading.Error(
            "input: { features: 4 }\nlayers:\n  - { layers: [], name: n0 }\n"
            + string.Concat(Enumerable.Range(0, 60).Select(i =>
                $"  - {{ layers: [], name: n{i + 1}, from: [n{i}, n{i}] }}\n")));

        Assert.Equal((NetworkTooLarge, Steps), (error.Code, error.Reason));
    }

    [Fact]
    public void Parts_have_a_limit()
    {
        NetworkException error = Reading.Error("""
            input: { features: 65536 }
            layers:
              - layers: [{ split: { parts: 65536 } }, concat]
                repeat: 1000
            """);

        Assert.Equal((NetworkTooLarge, Steps), (error.Code, error.Reason));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("{ layers: [*] }")]
    [InlineData("{ residual: { body: [*] } }")]
    public void Blocks_nested_beyond_64_levels_are_refused(string use)
    {
        string manifest = "input: { features: 4 }\nlayers: [b0]\nblocks:\n"
            + Blocks(64, next => use.Replace("*", next))
            + "  b64: { layers: [relu] }";

        NetworkException error = OnSmallStack(manifest);

        Assert.Equal(
            (NetworkTooLarge, "blocks and structures are nested deeper than 64 levels"), (error.Code, error.Reason));
        Assert.StartsWith("b0/", error.Layer);
        Assert.True(error.Line > 3);
    }

    [Fact]
    public void A_long_chain_of_blocks_is_read_in_one_go()
    {
        string manifest = "input: { features: 4 }\nlayers: []\nblocks:\n"
            + Blocks(20_000, next => next);

        Assert.Empty(Reading.Build(manifest + "  b20000: { layers: [] }").Nodes);
        NetworkException circle = Reading.Error(manifest + "  b20000: { layers: [b0] }");
        Assert.StartsWith("a block cannot use itself: b0 -> b1 -> b2", circle.Reason);
        Assert.EndsWith("b23 -> … -> b0", circle.Reason);
    }

    [Fact]
    public void A_path_beyond_256_characters_is_refused()
    {
        string name = new('x', 90);
        NetworkException error = Reading.Error($$"""
            input: { features: 4 }
            layers:
              - name: {{name}}
                layers:
                  - name: {{name}}
                    layers:
                      - name: {{name}}
                        layers: [relu]
            """);

        Assert.Equal(
            (NetworkTooLarge, 8, 13, "a path has at most 256 characters; use shorter names"),
            (error.Code, error.Line, error.Column, error.Reason));
    }

    [Fact]
    public void Building_stops_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Reading
            .Template("input: { features: 4 }\nlayers: [relu]")
            .Build(NetworkRequest.None, source.Token));
    }

    /// <summary>Blocks b0, b1, ..., each of which uses the next one.</summary>
    private static string Blocks(int count, Func<string, string> use) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"  b{i}: {{ layers: [{use($"b{i + 1}")}] }}\n"));

    // An error on its way out of many levels takes stack as well; a shell's thread may have little.
    private static NetworkException OnSmallStack(string manifest)
    {
        NetworkException? error = null;
        var thread = new Thread(() => error = Reading.Error(manifest), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        return error!;
    }
}
