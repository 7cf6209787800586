using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Formatting;
using FlopsPS.Networks;
using FlopsPS.Reports;

namespace FlopsPS.Budgets;

/// <summary>Keeps account of what must not be when a budget is enforced, and says it, the worst first.</summary>
internal sealed class Enforcement
{
    // As many lines as a reader of a log looks at; the verdicts themselves are above.
    private const int MaximumLines = 20;

    private readonly string _budget;
    private readonly List<BudgetVerdict> _failed = [];
    private readonly List<string> _unruled = [];
    private bool _isEmpty = true;

    /// <summary>Keeps account for a budget of a name, or for limits that have none.</summary>
    public Enforcement(string budget) => _budget = budget.Length == 0 ? "Budget" : $"Budget '{budget}'";

    /// <summary>Takes the verdicts on a network.</summary>
    /// <returns>The same verdicts, each when it is there.</returns>
    public IEnumerable<BudgetVerdict> Watch(Network network, IEnumerable<BudgetVerdict> verdicts)
    {
        _isEmpty = false;
        bool isRuled = false;
        foreach (BudgetVerdict verdict in verdicts)
        {
            isRuled = true;
            if (verdict.Outcome == nameof(BudgetOutcome.Fail))
            {
                _failed.Add(verdict);
            }

            yield return verdict;
        }

        if (!isRuled)
        {
            _unruled.Add(network.Name);
        }
    }

    /// <summary>What must not be: the worst in the first line, then the rest; null when all is well.</summary>
    /// <param name="unmeasured">The paths and names of what could not be measured.</param>
    public string? Complaint(IReadOnlyCollection<string> unmeasured)
    {
        IReadOnlyList<string> lines =
        [
            .. _failed
                .Select(verdict => ReportRows.Of(new(verdict))!)
                .OrderByDescending(LimitSentence.Badness)
                .Select(verdict => "exceeded: " + LimitSentence.Of(verdict)),
            .. unmeasured.Select(target => $"not checked: '{target}' could not be measured."),
            .. _unruled.Select(name => $"not checked: no rule is about '{name}'."),
            .. _isEmpty && unmeasured.Count == 0 ? ["not checked: no network came in."] : Array.Empty<string>(),
        ];
        int more = lines.Count - MaximumLines;
        return lines.Count == 0 ? null : string.Join("\n", lines
            .Take(MaximumLines)
            .Select(line => $"{_budget} {line}")
            .Concat(more > 0 ? [FormattableString.Invariant($"and {more} more")] : []));
    }
}
