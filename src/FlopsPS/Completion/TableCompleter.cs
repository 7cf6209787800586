using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FlopsPS.Completion;

/// <summary>
/// Completes a parameter that takes a table. PowerShell asks no completer inside the braces, so what is offered is a
/// whole table with the names in it and the values to fill in.
/// </summary>
internal abstract class TableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public abstract IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters);

    /// <summary>A table with these names: @{ kernel = ; stride = }.</summary>
    protected static CompletionResult Table(IEnumerable<string> names, string title, string meaning) => new(
        "@{ " + string.Join("; ", names.Select(name => name + " = ")) + "}",
        title,
        CompletionResultType.ParameterValue,
        meaning);
}
