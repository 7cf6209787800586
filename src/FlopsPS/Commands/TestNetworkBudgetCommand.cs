using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Budgets;
using FlopsPS.Completion;
using FlopsPS.Conventions;
using FlopsPS.Networks;
using FlopsPS.Reading;
using FlopsPS.Variants;

namespace FlopsPS.Commands;

/// <summary>Checks what networks cost against limits and against a baseline.</summary>
[Cmdlet(VerbsDiagnostic.Test, "NetworkBudget", DefaultParameterSetName = PathSet)]
[OutputType(typeof(BudgetVerdict))]
public sealed class TestNetworkBudgetCommand : NetworkInputCommandBase
{
    private Enforcement _enforcement = null!;
    private BudgetCheck _check = null!;

    /// <summary>The most parameters: 26M, 26_000_000, or +2% of the baseline. Decimal: M is 1000000.</summary>
    [Parameter(HelpMessage = "The most parameters: 26M, or +2%")]
    [Limit(BudgetMetric.Parameters)]
    public Limit? MaxParameters { get; set; }

    /// <summary>The most buffers: 60k, or +2% of the baseline. Decimal: k is 1000.</summary>
    [Parameter(HelpMessage = "The most buffers: 60k, or +2%")]
    [Limit(BudgetMetric.Buffers)]
    public Limit? MaxBuffers { get; set; }

    /// <summary>The most multiply-accumulates: 4.2G, or +2% of the baseline. Decimal: G is 1000000000.</summary>
    [Parameter(HelpMessage = "The most multiply-accumulates: 4.2G, or +2%")]
    [Limit(BudgetMetric.Macs)]
    public Limit? MaxMacs { get; set; }

    /// <summary>The most floating-point operations: 8.2G, or +2% of the baseline. Decimal: G is 1000000000.</summary>
    [Parameter(HelpMessage = "The most floating-point operations: 8.2G, or +2%")]
    [Limit(BudgetMetric.Flops)]
    public Limit? MaxFlops { get; set; }

    /// <summary>The most activations: 11.1M, or +2% of the baseline. Decimal: M is 1000000.</summary>
    [Parameter(HelpMessage = "The most activations: 11.1M, or +2%")]
    [Limit(BudgetMetric.Activations)]
    public Limit? MaxActivations { get; set; }

    /// <summary>The path of a budget file with rules.</summary>
    [Parameter(HelpMessage = "The path of a budget file")]
    [ValidateNotNullOrEmpty]
    public string? Budget { get; set; }

    /// <summary>The path of a baseline; the one that the budget file names when left out.</summary>
    [Parameter(HelpMessage = "The path of a baseline")]
    [ValidateNotNullOrEmpty]
    public string? Baseline { get; set; }

    /// <summary>Makes every figure of every layer that is not what it was in the baseline a failure.</summary>
    [Parameter(HelpMessage = "Every layer must cost what it did in the baseline")]
    public SwitchParameter Lock { get; set; }

    /// <summary>The name of the counting convention, or the path of a file that holds one; that of the budget or the
    /// baseline when left out.</summary>
    [Parameter(HelpMessage = "The name of a counting convention, or the path of a file")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConventionCompleter))]
    public string? Convention { get; set; }

    /// <summary>After all verdicts ends the script with an error when one fails, or a network has none.</summary>
    [Parameter(HelpMessage = "Ends the script with an error when a verdict fails")]
    public SwitchParameter Enforce { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Call(Budget, Prepare);
    }

    /// <inheritdoc/>
    private protected override void Use(Network network, ParameterSetting setting)
    {
        foreach (BudgetVerdict verdict in _enforcement.Watch(network, _check.Check(network, Cancellation)))
        {
            WriteObject(setting.Label(verdict));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        foreach (BudgetRule rule in _check.Unused)
        {
            WriteWarning($"{rule.Position}: the rule '{rule}' matches nothing that was checked.");
        }

        if (Enforce && _enforcement.Complaint(FailedTargets) is { } complaint)
        {
            throw Errors.BudgetExceeded(complaint, Budget);
        }
    }

    private void Prepare()
    {
        Budget budget = Budget is null ? new Budget() : BudgetFiles.ReadBudget(Paths.Literal(Budget));
        string? path = Baseline is null ? budget.BaselinePath : Paths.Literal(Baseline);
        Baseline? baseline = path is null ? null : BudgetFiles.ReadBaseline(path);
        BudgetRule[] rules = [.. OwnRules(), .. budget.Rules];
        if (Lock && baseline is null)
        {
            ThrowTerminatingError(Errors.LockUnused());
        }

        if (rules.Length == 0 && !Lock)
        {
            ThrowTerminatingError(Errors.LimitMissing());
        }

        _enforcement = new Enforcement(budget.Name);
        _check = new BudgetCheck(rules, ConventionFor(budget, baseline), baseline) { IsLocked = Lock };
    }

    private Convention ConventionFor(Budget budget, Baseline? baseline)
    {
        if (Convention is null)
        {
            return budget.Convention ?? baseline?.BuiltInConvention ?? ConventionCatalog.Get(ConventionCatalog.Default);
        }

        IReadOnlyList<Convention> conventions = [.. new ConventionNames(Paths).Find([Convention])];
        return conventions.Count == 1
            ? conventions[0]
            : throw new NetworkException(
                ErrorCode.ArgumentInvalid,
                $"-Convention {Convention} names {conventions.Count} conventions, and limits hold under one; name it.");
    }

    private IEnumerable<BudgetRule> OwnRules() => new[]
    {
        OwnRule(BudgetMetric.Parameters, MaxParameters),
        OwnRule(BudgetMetric.Buffers, MaxBuffers),
        OwnRule(BudgetMetric.Macs, MaxMacs),
        OwnRule(BudgetMetric.Flops, MaxFlops),
        OwnRule(BudgetMetric.Activations, MaxActivations),
    }.OfType<BudgetRule>();

    private static BudgetRule? OwnRule(BudgetMetric metric, Limit? limit) => limit is null
        ? null
        : new() { Text = $"-Max{metric} {limit}", Limits = [new(metric, limit)] };
}
