using System.IO;
using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests.Budgets;

public class BudgetFileTests
{
    private static readonly string s_folder = Path.GetFullPath("work");
    private static readonly string s_path = Path.Combine(s_folder, "flopsps.budget.yaml");

    [Fact]
    public void A_budget_has_a_name_a_convention_a_baseline_and_rules()
    {
        Budget budget = Read("""
            budget: pull requests
            convention: FVCORE
            baseline: ci/baseline.json
            rules:
              - macs: +2%
              - files: [nets/*.yaml, other/**/*.yaml]
                networks: resnet*
                layers: layer4/*
                parameters: 26M
                flops: 8.2 GFLOPs
                activations: 11_100_000
                severity: warn
            """);

        Assert.Equal(("pull requests", "fvcore"), (budget.Name, budget.Convention?.Name));
        Assert.Equal(Path.Combine(s_folder, "ci", "baseline.json"), budget.BaselinePath);
        Assert.Equal(
            [
                "macs: +2%",
                "files: nets/*.yaml other/**/*.yaml, networks: resnet*, layers: layer4/*, parameters: 26M, "
                + "flops: 8.2 GFLOPs, activations: 11_100_000",
            ],
            budget.Rules.Select(rule => rule.ToString()));
        Assert.Equal(
            ["flopsps.budget.yaml:5", "flopsps.budget.yaml:6"], budget.Rules.Select(rule => rule.Source));
        Assert.Equal([BudgetSeverity.Error, BudgetSeverity.Warning], budget.Rules.Select(rule => rule.Severity));
        Assert.Equal(11_100_000, budget.Rules[1].Limits.Last().Value.Of(null));
        Assert.All(budget.Rules, rule => Assert.Equal(s_folder, rule.Folder));
    }

    [Fact]
    public void What_is_left_out_stays_open()
    {
        Budget budget = Read("budget: ci\nrules: [{ macs: 4 }]");
        BudgetRule rule = budget.Rules.Single();

        Assert.Equal((null, null), (budget.Convention, budget.BaselinePath));
        Assert.Equal((0, 0, 0), (rule.Files.Count, rule.Networks.Count, rule.Layers.Count));
    }

    [Theory]
    [InlineData("off", BudgetSeverity.Off)]
    [InlineData("warn", BudgetSeverity.Warning)]
    [InlineData("error", BudgetSeverity.Error)]
    public void A_severity_is_off_warn_or_error(string word, BudgetSeverity severity) =>
        Assert.Equal(severity, Read($"budget: ci\nrules: [{{ macs: 4, severity: {word} }}]").Rules[0].Severity);

    [Theory]
    [InlineData("", 1, 1, "the document is empty; a budget has at least 'budget', which is its name, and 'rules'")]
    [InlineData("[a]", 1, 1, "a budget is a map of budget, convention, baseline, rules, not a list")]
    [InlineData("rules: []", 1, 1, "a budget begins with its name, as in 'budget: pull requests'")]
    [InlineData(
        "baseline: 1\nconvention: exact\nnetworks: {}",
        1,
        1,
        "this is a baseline, not a budget; give it to Test-NetworkBudget as -Baseline")]
    [InlineData(
        "input: { features: 4 }\nlayers: [relu]",
        1,
        1,
        "this is a network, not a budget; give it to Measure-NetworkFlops as -Path")]
    [InlineData("budget:\nrules: [{ macs: 4 }]", 1, 8, "budget must be a text, not nothing")]
    [InlineData("budget: ci", 1, 1, "a budget needs 'rules': a list of limits, such as '- macs: 4.2G'")]
    [InlineData("budget: ci\nrules: []", 2, 8, "a budget needs 'rules': a list of limits, such as '- macs: 4.2G'")]
    [InlineData("budget: ci\nrules: { macs: 4 }", 2, 8, "rules must be a list, not a map")]
    [InlineData(
        "budget: ci\nbaselin: b.json\nrules: [{ macs: 4 }]",
        2,
        1,
        "'baselin' has no meaning in a budget; known are budget, convention, baseline, rules. Did you mean "
        + "'baseline'?")]
    [InlineData("budget: ci\nrules: [macs]", 2, 9, "a rule is a map of patterns and limits, not 'macs'")]
    [InlineData(
        "budget: ci\nrules:\n- severity: off",
        3,
        3,
        "a rule needs a limit: parameters, buffers, macs, flops, activations, such as 'macs: 4.2G'")]
    [InlineData(
        "budget: ci\nrules:\n- maccs: 4",
        3,
        3,
        "'maccs' has no meaning in a rule; known are files, networks, layers, parameters, buffers, macs, flops, "
        + "activations, severity. Did you mean 'macs'?")]
    [InlineData(
        "budget: ci\nrules:\n- macs: 4\n  severity: warning",
        4,
        13,
        "'warning' cannot be 'severity', which is one of off, warn, error.")]
    [InlineData("budget: ci\nrules:\n- macs: [4]", 3, 9, "macs must be a text, not a list")]
    [InlineData(
        "budget: ci\nrules:\n- macs: 4\n  files: []", 4, 10, "'files' is empty; leave it out, or give a pattern")]
    [InlineData("budget: ci\nrules:\n- macs: 4\n  files: { a: b }", 4, 10, "files must be a text, not a map")]
    [InlineData(
        "budget: ci\nrules:\n- macs: 4\n  files: [a, /b]",
        4,
        14,
        "The pattern '/b' has an empty segment; between two / stands a name or *.")]
    [InlineData(
        "budget: ci\nrules:\n- macs: 4\n  layers: layer4/**",
        4,
        11,
        "a pattern of layers says how deep they are: instead of ** write a * for each level, as layer4/*/*")]
    [InlineData("budget: ci\nrules:\n\t- macs: 4", 3, 1, "this is not YAML: a tab stands here; indent with blanks")]
    public void What_is_no_budget_is_an_error_at_its_place(string text, int line, int column, string message) =>
        Fails(text, ErrorCode.BudgetInvalid, line, column, message);

    [Fact]
    public void A_limit_that_is_none_is_an_error_at_its_place() => Fails(
        "budget: ci\nrules:\n- macs: 4.2GFLOPs",
        ErrorCode.LimitInvalid,
        3,
        9,
        "'4.2GFLOPs' is a number of FLOPs, and the limit is on MACs: set it on FLOPs, or give MACs here");

    [Fact]
    public void A_convention_that_is_none_is_an_error_at_its_place()
    {
        NetworkException error = Error("budget: ci\nconvention: exakt\nrules: [{ macs: 4 }]");

        Assert.Equal((ErrorCode.ConventionUnknown, 2, 13), (error.Code, error.Line, error.Column));
        Assert.EndsWith("Did you mean 'exact'?", error.Message);
    }

    [Fact]
    public void A_convention_may_be_a_file_beside_the_budget()
    {
        string folder = Directory.CreateTempSubdirectory("FlopsPS").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(folder, "ours.yaml"), "convention: ours\nfigures: macs\nrules: { linear: macs }");
            File.WriteAllText(
                Path.Combine(folder, "b.yaml"), "budget: ci\nconvention: ours.yaml\nrules: [{ macs: 4 }]");

            Assert.Equal("ours", BudgetFile.Read(Path.Combine(folder, "b.yaml")).Convention?.Name);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_file_is_read_from_where_it_is()
    {
        string folder = Directory.CreateTempSubdirectory("FlopsPS").FullName;
        string path = Path.Combine(folder, "b.yaml");
        try
        {
            File.WriteAllText(path, "budget: ci\nbaseline: ../b.json\nrules: [{ macs: 4 }]");

            Assert.Equal(Path.GetFullPath(Path.Combine(folder, "..", "b.json")), BudgetFile.Read(path).BaselinePath);
            Assert.Equal(
                $"'{folder}' is a folder; name the budgets in it: {folder}/*.yaml",
                Assert.Throws<NetworkException>(() => BudgetFile.Read(folder)).Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Budget Read(string text) => BudgetFile.ReadText(text, s_path);

    private static NetworkException Error(string text) => Assert.Throws<NetworkException>(() => Read(text));

    private static void Fails(string text, ErrorCode code, int line, int column, string message)
    {
        NetworkException error = Error(text);

        Assert.Equal($"{s_path}({line},{column}): {message}", error.Message);
        Assert.Equal(code, error.Code);
    }
}
