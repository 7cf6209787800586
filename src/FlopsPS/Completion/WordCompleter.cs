using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FlopsPS.Completion;

/// <summary>Completes a parameter whose values are words.</summary>
internal abstract class WordCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string start = wordToComplete.Trim('\'', '"');
        return Words
            .Where(word => word.Text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Select(word => new CompletionResult(
                Quoted(word.Text), word.Text, CompletionResultType.ParameterValue, word.Meaning))
            .Concat(OffersFiles ? CompletionCompleters.CompleteFilename(wordToComplete) : []);
    }

    /// <summary>Whether a value may be the path of a file as well.</summary>
    protected virtual bool OffersFiles => false;

    /// <summary>The words, each with what it means.</summary>
    protected abstract IEnumerable<(string Text, string Meaning)> Words { get; }

    private static string Quoted(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
        ? text
        : $"'{text}'";
}
