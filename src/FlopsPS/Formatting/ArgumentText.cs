using System.Management.Automation;

namespace FlopsPS.Formatting;

/// <summary>What the views of layer kinds print of arguments.</summary>
public static class ArgumentText
{
    /// <summary>kernel (Sizes, required): Kernel size.</summary>
    public static string Line(PSObject argument)
    {
        object? Value(string property) => argument.Properties[property]?.Value;
        string preset = Value("DefaultText") as string ?? string.Empty;
        string need = Value("IsRequired") is true ? ", required" : preset.Length > 0 ? $", default {preset}" : string.Empty;
        return $"{Value("Name")} ({Value("Type")}{need}): {Value("Description")}";
    }
}
