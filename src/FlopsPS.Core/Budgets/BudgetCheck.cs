using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Conventions;
using FlopsPS.Networks;

namespace FlopsPS.Budgets;

/// <summary>Checks networks, one after the other, against rules and a baseline.</summary>
public sealed class BudgetCheck
{
    private readonly IReadOnlyList<BudgetRule> _rules;
    private readonly Convention _convention;
    private readonly Baseline? _baseline;
    private readonly HashSet<BudgetRule> _used = [];

    /// <summary>Prepares the check.</summary>
    /// <exception cref="NetworkException">A rule limits what the convention does not define, or refers to a baseline
    /// that is not there; or the baseline is of another convention.</exception>
    public BudgetCheck(IReadOnlyList<BudgetRule> rules, Convention convention, Baseline? baseline)
    {
        _rules = rules;
        _convention = convention;
        _baseline = baseline;
        baseline?.Require(convention);
        foreach (BudgetRule rule in rules)
        {
            Validate(rule);
        }
    }

    /// <summary>Whether the layers of a network must cost what they did, each by itself.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The rules whose patterns have matched nothing so far.</summary>
    public IEnumerable<BudgetRule> Unused => _rules.Where(rule => rule.HasPatterns && !_used.Contains(rule));

    /// <summary>The verdicts on a network: none when no rule is about it.</summary>
    /// <exception cref="NetworkException">The network cannot be measured.</exception>
    public IEnumerable<BudgetVerdict> Check(Network network, CancellationToken cancellation = default)
    {
        var measured = new MeasuredNetwork(network, _convention, cancellation);
        var judge = new BudgetJudge(measured, _baseline?.Find(network.Name));
        foreach (BudgetRule rule in _rules.Where(rule => rule.IsAbout(network)))
        {
            foreach (BudgetVerdict verdict in judge.Judge(rule))
            {
                _used.Add(rule);
                yield return verdict;
            }
        }

        if (IsLocked)
        {
            foreach (BudgetMetric metric in BudgetMetrics.Of(_convention))
            {
                yield return judge.JudgeLock(metric);
            }
        }
    }

    private void Validate(BudgetRule rule)
    {
        try
        {
            foreach (KeyValuePair<BudgetMetric, Limit> limit in rule.Limits)
            {
                BudgetMetrics.Require(limit.Key, _convention);
                if (limit.Value.IsRelative && _baseline is null)
                {
                    throw new NetworkException(
                        ErrorCode.BaselineMissing,
                        $"The limit {limit.Value} is relative to a baseline, and none is given: name one, or set an "
                        + "absolute limit.");
                }
            }
        }
        catch (NetworkException error)
        {
            throw error.At(layer: null, rule.Position);
        }
    }
}
