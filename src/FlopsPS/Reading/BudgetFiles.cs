using FlopsPS.Budgets;
using FlopsPS.Networks;
using FlopsPS.Yaml;

namespace FlopsPS.Reading;

/// <summary>Budgets and baselines, by way of the bridge, which loads when it is first called.</summary>
internal static class BudgetFiles
{
    /// <summary>Reads a budget.</summary>
    /// <exception cref="NetworkException">The file cannot be read, or is not a budget.</exception>
    public static Budget ReadBudget(string path) => BudgetFile.Read(path);

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="NetworkException">The file cannot be read, or is not a baseline.</exception>
    public static Baseline ReadBaseline(string path) => BaselineFile.Read(path);

    /// <summary>The text of a baseline.</summary>
    public static string Write(Baseline baseline) => BaselineFile.Write(baseline);
}
