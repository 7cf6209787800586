using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using FlopsPS.Binding;
using FlopsPS.Layers;

namespace FlopsPS.Completion;

/// <summary>Completes the arguments of the kind that -Kind names: those that it needs, then each other one.</summary>
internal sealed class LayerArgumentCompleter : TableCompleter
{
    public override IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        if (fakeBoundParameters["Kind"] is not string name || LayerArguments.FindKind(name) is not { } kind)
        {
            return [];
        }

        IReadOnlyList<string> needed = [.. kind.Arguments.Where(a => a.IsRequired).Select(a => a.Name)];
        IEnumerable<CompletionResult> all = needed.Count == 0
            ? []
            : [Table(needed, string.Join(", ", needed), $"What {kind.Name} needs")];
        return all.Concat(kind.Arguments
            .Where(argument => !argument.IsRequired)
            .Select(argument => Table(needed.Concat([argument.Name]), argument.Name, Meaning(argument))));
    }

    private static string Meaning(Argument argument) => argument.DefaultText.Length == 0
        ? argument.Description
        : $"{argument.Description} Default: {argument.DefaultText}";
}
