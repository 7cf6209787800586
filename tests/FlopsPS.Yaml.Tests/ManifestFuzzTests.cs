using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests;

/// <summary>Whatever the text, there is a network or an error with its place.</summary>
public sealed class ManifestFuzzTests
{
    private const string Everything = """
        # A bit of everything.
        name: all
        description: "Every \"form\" of the language."
        parameters: { size: 16, width: 8, factor: 1.5, act: relu, deep: true }
        variants: { a: {}, b: { width: 'divisible(20, 8)', deep: false } }
        inputs:
          image: { channels: 3, height: size, width: size, batch: 2 }
          mask: { shape: [2, 16, 16, 1], layout: NHWC }
        blocks:
          unit: &unit
            description: conv, norm, act
            parameters: { out: , kernel: 3, stride: 1, hidden: ceil(out*factor) }
            layers:
              - conv: { out: hidden, kernel: 1, bias: not true }
              - conv: { out: hidden, kernel: kernel, stride: stride, padding: kernel//2, groups: depthwise }
              - conv: { out: out, kernel: 1x1 }
              - { relu: , when: act == relu and (deep or in.channels >= 3) }
          twice:
            layers: [{ unit: { out: in.channels }, repeat: 2 }]
        layers:
          - { concat: , from: [image, mask], name: both }
          - unit: { out: width }
            name: stem
          - residual:
              body: [twice, batchnorm]
              shortcut: []
          - branches:
              paths:
                - - globalavgpool
                  - conv: { out: 'max(in.channels//4, 1)', kernel: 1 }
                  - conv: { out: width, kernel: 1 }
                - []
              join: multiply
          - foreach:
              in: [[8, 1], [16, 2 if deep else 1]]
              as: [out, s]
              layers:
                - unit: { out: out, stride: s }
          - split: { parts: 2 }
            name: halves
          - { tanh: , from: halves/0 }
          - layers: [relu, { dropout: { p: 1e-1 } }]
            repeat: 2
            name: end
          - { add: , from: [end, halves/1] }
          - flatten
          - linear: { out: 10**1, bias: false }
        """;

    private static readonly string[] s_fragments =
    [
        "", " ", "\n", "\t", ":", ": ", "- ", ",", "{", "}", "[", "]", "\"", "'", "#", "&a ", "*a", "!", "|",
        ">", "%", "@", "`", "?", "? ", "~", "null", "true", "-1", "0", "1", "9223372036854775807",
        "9223372036854775808", "1/3", "1/0", "2**62", "1e400", "in", "in.channels", "in.x", "index", "not",
        "and", "if", "else", "x", "same", "channels", "name: a", "repeat: 3", "repeat: 0", "when: false",
        "from: stem", "from: [a, b]", "relu", "layers", "layers: []", "conv", "unit", "residual", "---", "...",
        "<<: *unit", "(", ")", "**", "//", "\0", "\u0085", "\u2028", "\uFEFF", "\uD800", "é", "😀", "\\", "\\x",
    ];

    private static readonly string[] s_values =
    [
        "0", "-1", "1", "2", "3", "7", "64", "1/2", "1.5", "-0.5", "9223372036854775807", "4611686018427387904",
        "4294967296", "-9223372036854775807 - 1", "2**62", "1e18", "1e-18", "true", "not true", "relu", "same",
        "channels", "batch", "depthwise", "NHWC", "in.channels", "in.features", "[]", "[0]", "[1, 2]",
        "[2, 2, 2]", "[-1, 3]", "[1, 2, 3, 4, 5, 6]", "[[1]]", "3x3",
    ];

    private static readonly string[] s_inputs =
    [
        "{ features: 12 }", "{ tokens: 5, features: 12 }", "{ channels: 12, length: 9 }",
        "{ channels: 12, height: 9, width: 8 }", "{ channels: 12, depth: 3, height: 4, width: 5, batch: 2 }",
        "{ tokens: 7 }", "{ features: 9223372036854775807 }",
        "{ channels: 4294967296, height: 4294967296, width: 4294967296 }",
        "{ channels: 1, height: 1, width: 1 }",
    ];

    // Where these end is tested elsewhere; here they would only take time.
    private static readonly Regex s_longRepeat = new(@"repeat: *\S{4}");

    [Fact]
    public void Any_kind_with_any_arguments_is_built_or_refused_with_its_place()
    {
        LayerKind[] kinds = [.. LayerCatalog.Kinds.Where(kind => !kind.IsStructure)];
        for (int seed = 0; seed < 5000; seed++)
        {
            var random = new Random(seed);
            LayerKind kind = kinds[random.Next(kinds.Length)];
            IEnumerable<string> arguments = kind.Arguments
                .Where(argument => argument.IsRequired || random.Next(3) == 0)
                .Select(argument => $"{argument.Name}: {Value(argument, random)}");
            string input = s_inputs[random.Next(s_inputs.Length)];
            string from = random.Next(4) == 0 ? ", from: [input, input]" : string.Empty;

            Check($"input: {input}\nlayers:\n  - {{ {kind.Name}: {{ {string.Join(", ", arguments)} }}{from} }}", seed);
        }
    }

    [Fact]
    public void A_changed_manifest_is_built_or_refused_with_its_place()
    {
        string[] manifests = [Everything, Everything, ResNet50.Manifest, .. Zoo()];
        for (int seed = 0; seed < 2500; seed++)
        {
            var random = new Random(seed);
            string manifest = manifests[random.Next(manifests.Length)];
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                manifest = Change(manifest, random);
            }

            Check(manifest, seed);
        }
    }

    [Fact]
    public void A_manifest_that_breaks_off_is_built_or_refused_with_its_place()
    {
        for (int length = 0; length <= Everything.Length; length++)
        {
            Check(Everything[..length], length);
        }
    }

    [Fact]
    public void The_manifest_that_is_changed_is_right()
    {
        NetworkTemplate[] templates = [.. ManifestReader.Read(Everything, "m.yaml", "m")];

        Assert.All(
            templates,
            template => Assert.Equal("2x10", template.Build(NetworkRequest.None, default).OutputShape));
    }

    private static string[] Zoo() => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Module, "Zoo"), "*.yaml")
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText)];

    private static void Check(string manifest, int seed)
    {
        try
        {
            IReadOnlyList<NetworkTemplate> templates = ManifestReader.Read(manifest, "m.yaml", "m");
            if (!s_longRepeat.IsMatch(manifest))
            {
                templates[0].Build(NetworkRequest.None, default);
                templates[^1].Build(NetworkRequest.None, default);
            }
        }
        catch (NetworkException error)
        {
            bool hasPlace = error.File == "m.yaml" && error.Line >= 1 && error.Column >= 1;
            Assert.True(hasPlace, $"seed {seed}: no place in '{error.Message}'");
            Assert.DoesNotContain("System.", error.Message);
            Assert.DoesNotContain("YamlDotNet", error.Message);
        }
        catch (Exception error)
        {
            Assert.Fail($"seed {seed}: {error}\n{manifest}");
        }
    }

    private static string Value(Argument argument, Random random)
    {
        return argument.Words.Count > 0 && random.Next(2) == 0
            ? argument.Words[random.Next(argument.Words.Count)]
            : s_values[random.Next(s_values.Length)];
    }

    private static string Change(string text, Random random)
    {
        string[] lines = text.Split('\n');
        int line = random.Next(lines.Length);
        int at = random.Next(text.Length + 1);
        int length = Math.Min(random.Next(1, 12), text.Length - at);
        string fragment = s_fragments[random.Next(s_fragments.Length)];
        return random.Next(12) switch
        {
            0 => text.Insert(at, fragment),
            1 => text.Remove(at, length),
            2 => text.Remove(at, length).Insert(at, fragment),
            3 => string.Join('\n', lines.Where((_, index) => index != line)),
            4 => string.Join('\n', lines.SelectMany((content, i) => Enumerable.Repeat(content, i == line ? 2 : 1))),
            5 => text.Insert(at, text.Substring(random.Next(text.Length - length + 1), length)),
            6 => SwapTokens(text, random),
            7 or 8 or 9 => ReplaceValue(text, random),
            _ => Flip(text, Math.Min(at, text.Length - 1), random),
        };
    }

    private static string SwapTokens(string text, Random random)
    {
        string[] tokens = text.Split(' ');
        int first = random.Next(tokens.Length);
        int second = random.Next(tokens.Length);
        (tokens[first], tokens[second]) = (tokens[second], tokens[first]);
        return string.Join(' ', tokens);
    }

    private static string ReplaceValue(string text, Random random)
    {
        MatchCollection values = Regex.Matches(text, @"(?<=[ \[{(*/+-])\w+(?=[],} \n*/+)-])");
        if (values.Count == 0)
        {
            return text;
        }

        Match value = values[random.Next(values.Count)];
        return text.Remove(value.Index, value.Length).Insert(value.Index, s_values[random.Next(s_values.Length)]);
    }

    private static string Flip(string text, int at, Random random)
    {
        if (at < 0)
        {
            return text;
        }

        char[] letters = text.ToCharArray();
        letters[at] = (char)(letters[at] ^ (1 << random.Next(7)));
        return new string(letters);
    }
}
