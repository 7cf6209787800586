using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using FlopsPS.Networks;
using FlopsPS.Reading;

namespace FlopsPS.Completion;

/// <summary>Completes the parameters of the network that the call names: each by itself, then all.</summary>
internal sealed class NetworkParameterCompleter : TableCompleter
{
    public override IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        IReadOnlyList<string> names = [.. Templates(fakeBoundParameters)
            .SelectMany(template => template.ParameterNames)
            .Distinct()];
        return names
            .Select(name => Table([name], name, "A parameter of the network"))
            .Concat(names.Count > 1 ? [Table(names, string.Join(", ", names), "All parameters of the network")] : []);
    }

    // A completer gets no session, and the runspace's proxy of it refuses while the completion itself runs.
    private static PathIntrinsics CurrentPaths => LanguagePrimitives.ConvertTo<PathIntrinsics>(
        ScriptBlock.Create("$ExecutionContext.SessionState.Path").InvokeReturnAsIs());

    private static IEnumerable<NetworkTemplate> Templates(IDictionary bound)
    {
        // Where networks come by -Network, -Path is the file that is written.
        object? named = bound["Network"]
            ?? bound["Path"]
            ?? bound["LiteralPath"]
            ?? bound["Name"]
            ?? bound["ReferenceNetwork"];
        if (named is null)
        {
            return [];
        }

        string name = LanguagePrimitives.ConvertTo<string>(named);
        IReadOnlyList<string> files = bound.Contains("Name") ? [] : new FilePaths(CurrentPaths).Matching(name);
        return files.Count > 0
            ? files.SelectMany(file => NetworkReaders.ForFile(file).ReadFile(file))
            : NetworkZoo.Matching(name);
    }
}
