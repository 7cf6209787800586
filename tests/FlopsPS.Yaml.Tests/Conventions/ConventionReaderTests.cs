using System.IO;
using FlopsPS.Conventions;
using FlopsPS.Networks;
using static FlopsPS.Networks.ErrorCode;

namespace FlopsPS.Yaml.Tests.Conventions;

public sealed class ConventionReaderTests
{
    private const string Least = "the document is empty; a convention has at least 'convention', which is its name, "
        + "and 'rules'";

    private const string Keys =
        "convention, summary, source, quirks, extends, figures, unit, parameters, rules, inside, free";

    public static TheoryData<string, ErrorCode, int, int, string> Errors => new()
    {
        { "", ConventionInvalid, 1, 1, Least },
        {
            "convention: [", ConventionInvalid, 2, 1,
            "this is not YAML: while parsing a node, did not find expected node content"
        },
        {
            "convention: a\n---\nconvention: b", ConventionInvalid, 2, 1,
            "a second document starts here; a convention is one document, so keep it in its own file"
        },
        { "- relu", ConventionInvalid, 1, 1, $"a convention is a map of {Keys}, not a list" },
        {
            "input: { features: 4 }\nlayers: [relu]", ConventionInvalid, 1, 1,
            "this is a network, not a convention; give it to Measure-NetworkFlops as -Path"
        },
        {
            "figures: macs\nrules: { conv: macs }", ConventionInvalid, 1, 1,
            "a convention begins with its name, as in 'convention: ours'"
        },
        { "convention:", ConventionInvalid, 1, 12, "convention must be a text, not nothing" },
        {
            "convention: our own\nfigures: macs", ConventionInvalid, 1, 13,
            "'our own' cannot be the name of a convention: begin with a letter, then letters, digits, _, . and -, at "
            + "most 50"
        },
        {
            "convention: FVCORE\nfigures: macs", ConventionInvalid, 1, 13,
            "'fvcore' is the name of a built-in convention; choose another, such as 'our-fvcore'. 'extends: fvcore' "
            + "builds on it"
        },
        { "name: a", ConventionInvalid, 1, 1, $"'name' has no meaning in a convention; known are {Keys}." },
        {
            "convention: a\nrule: { conv: macs }", ConventionInvalid, 2, 1,
            $"'rule' has no meaning in a convention; known are {Keys}. Did you mean 'rules'?"
        },
        {
            "convention: a\nrules: { conv: macs }", ConventionInvalid, 1, 1,
            "a convention needs 'figures': macs, flops or both, which says what its rules count"
        },
        {
            "convention: a\nfigures: flop", ConventionInvalid, 2, 10,
            "'flop' cannot be 'figures', which is one of macs, flops, both. Did you mean 'flops'?"
        },
        {
            "convention: a\nfigures: macs", ConventionInvalid, 1, 1,
            "a convention needs 'rules': kinds and what they cost, such as 'conv linear: macs'"
        },
        {
            "convention: a\nextends: fvcore\nfigures: macs", ConventionInvalid, 3, 10,
            "the figures are those of fvcore, which it extends; leave 'figures' out"
        },
        {
            "convention: a\nfigures: macs\nparameters: none\nfree: relu", ConventionInvalid, 3, 13,
            "'none' cannot be 'parameters', which is one of trainable, all, known."
        },
        {
            "convention: a\nfigures: macs\nquirks: { a: b }", ConventionInvalid, 3, 9,
            "quirks must be a text, not a map"
        },
        {
            "convention: a\nfigures: macs\nrules: macs", ConventionInvalid, 3, 8,
            "rules must be a map of kinds and what they cost, not 'macs'"
        },
        {
            "convention: a\nfigures: macs\nrules:\n  ' ': macs", ConventionInvalid, 4, 3,
            "a rule begins with the kinds it is for, such as 'conv linear: macs'"
        },
        {
            "convention: a\nfigures: macs\nrules:\n  conv linear: macs\n  batchnorm conv: 0", ConventionInvalid, 5, 13,
            "'conv' has a rule in line 4 already; keep one"
        },
        {
            "convention: a\nfigures: macs\nrules:\n  conv: macs\n  conv: 0", ConventionInvalid, 5, 3,
            "the key 'conv' stands here twice; keep one"
        },
        {
            "convention: a\nfigures: macs\nrules:\n  relu: elements\nfree:\n  - dropout relu", ConventionInvalid, 6, 13,
            "'relu' has a rule in line 4 already; keep one"
        },
        {
            "convention: a\nfigures: macs\nrules:\n  conv: [macs]", ConventionInvalid, 4, 9,
            "the rule for conv must be an expression, such as 2 * macs, not a list"
        },
        {
            "convention: a\nfigures: macs\nrules:\n  conv linear:", ConventionInvalid, 4, 15,
            "the rule for conv, linear must be an expression, such as 2 * macs, not nothing"
        },
        {
            "convention: a\nfigures: macs\nrules:\n  conv: { macs: macs }", ConventionInvalid, 4, 9,
            "a rule is one expression; two figures need 'figures: both'"
        },
        {
            "convention: a\nfigures: both\nrules:\n  conv: { macs: macs }", ConventionInvalid, 4, 9,
            "a rule for two figures needs 'macs' and 'flops'"
        },
        {
            "convention: a\nfigures: both\nrules:\n  conv: { macs: macs, flop: macs }", ConventionInvalid, 4, 23,
            "'flop' has no meaning in a rule; known are macs, flops. Did you mean 'flops'?"
        },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void What_is_no_convention_is_refused_at_its_place(
        string text, ErrorCode code, int line, int column, string message) =>
        Fails(text, code, line, column, message);

    [Fact]
    public void An_unknown_base_names_the_nearest()
    {
        NetworkException error = Error("convention: a\nextends: fvcor\nfree: relu");

        Assert.Equal((ConventionUnknown, 2, 10), (error.Code, error.Line, error.Column));
        Assert.EndsWith("Did you mean 'fvcore'?", error.Message);
    }

    [Theory]
    [InlineData("rules:\n  relu cnov: macs", 4, 8,
        "'cnov' is neither a kind of layer, as Get-LayerKind lists them, nor an operation;", "Did you mean 'conv'?")]
    [InlineData("free: dropuot", 3, 7, "'dropuot' is neither a kind of layer,", "Did you mean 'dropout'?")]
    [InlineData("rules:\n  residual: macs", 4, 3, "'residual' is neither a kind of layer,", ".")]
    [InlineData("rules:\n  custom: macs", 4, 3, "'custom' is neither a kind of layer,", ".")]
    [InlineData("inside:\n  attention: macs", 4, 3,
        "'attention' is not an operation; operations are abs, adaptiveavgpool, ", "….")]
    [InlineData("inside:\n  softmx: macs", 4, 3, "'softmx' is not an operation;", "Did you mean 'softmax'?")]
    public void An_unknown_kind_names_the_nearest(string rules, int line, int column, string start, string end)
    {
        NetworkException error = Error("convention: a\nfigures: macs\n" + rules);

        Assert.Equal((LayerKindUnknown, line, column), (error.Code, error.Line, error.Column));
        Assert.StartsWith(start, error.Reason);
        Assert.EndsWith(end, error.Reason);
    }

    [Fact]
    public void A_convention_is_described_by_its_file()
    {
        Convention convention = ConventionReader.Read(
            """
            convention: ours-2.1
            summary: What we count.
            source: our papers
            unit: operations
            quirks: [a, b]
            figures: both
            rules:
              conv, linear: 2 * macs
              softmax: { macs: 0, flops: 5*elements }
            inside:
              matmul: undefined
            free:
              - dropout
              - relu, gelu
            """,
            "a/ours.yaml");

        Assert.Equal(
            ("ours-2.1", "What we count.", "our papers", "operations", true, true),
            (convention.Name, convention.Summary, convention.Source, convention.Unit, convention.DefinesMacs,
                convention.DefinesFlops));
        Assert.Equal(["a", "b"], convention.Quirks);
        Assert.Equal(
            [
                "conv, linear: FLOPs 2 * macs; MACs macs",
                "softmax: FLOPs 5*elements; MACs 0",
                "matmul: FLOPs undefined; MACs macs inside other layers",
                "free: dropout, relu, gelu",
                "everything else that computes is not defined and adds nothing",
            ],
            convention.Rules);
    }

    [Theory]
    [InlineData("figures: macs", "multiply-accumulates (MACs)", true, false)]
    [InlineData("figures: flops", "FLOPs", false, true)]
    [InlineData("figures: both", "MACs and FLOPs", true, true)]
    [InlineData("extends: thop", "multiply-accumulates (total_ops)", true, false)]
    [InlineData("extends: torch", "FLOPs, two per multiply-accumulate", false, true)]
    [InlineData("extends: exact", "MACs and FLOPs", true, true)]
    public void What_a_file_does_not_say_follows_from_the_rest(string key, string unit, bool macs, bool flops)
    {
        Convention convention = ConventionReader.Read($"convention: ours\n{key}\nfree: relu", "a/ours.yaml");

        Assert.Equal(
            ("The rules of ours.yaml.", "a/ours.yaml", unit, macs, flops),
            (convention.Summary, convention.Source, convention.Unit, convention.DefinesMacs, convention.DefinesFlops));
        Assert.Empty(convention.Quirks);
    }

    [Fact]
    public void A_convention_is_no_network() => Reading.Fails(
        "convention: ours\nfigures: macs\nrules: { conv: macs }",
        ManifestInvalid,
        1,
        1,
        "this is a convention, not a network; name it behind -Convention of Measure-NetworkFlops, or give it to "
        + "Get-FlopsConvention");

    [Fact]
    public void A_binary_file_and_a_missing_one_are_refused()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, [0, 1, 2]);

        NetworkException binary = Assert.Throws<NetworkException>(() => ConventionReader.ReadFile(path));
        File.Delete(path);
        NetworkException missing = Assert.Throws<NetworkException>(() => ConventionReader.ReadFile(path));

        Assert.Equal(
            (FileUnreadable, $"'{path}' is a binary file, not a convention: a convention is YAML text in UTF-8"),
            (binary.Code, binary.Message));
        Assert.Equal(FileNotFound, missing.Code);
    }

    private static NetworkException Error(string text) =>
        Assert.Throws<NetworkException>(() => ConventionReader.Read(text, "c.yaml"));

    private static void Fails(string text, ErrorCode code, int line, int column, string message)
    {
        NetworkException error = Error(text);

        Assert.Equal(
            (code, $"c.yaml({line},{column}): {message}", "c.yaml", line, column),
            (error.Code, error.Message, error.File, error.Line, error.Column));
    }
}
