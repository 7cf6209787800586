using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using FlopsPS.Binding;
using FlopsPS.Networks;
using FlopsPS.Reading;

namespace FlopsPS.Commands;

/// <summary>A cmdlet that stops when it is told to, and to which a bad record is one error and no more.</summary>
public abstract class NetworkCommandBase : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _failedTargets = [];

    private protected NetworkCommandBase()
    {
    }

    /// <summary>Set when the user pressed Ctrl+C.</summary>
    private protected CancellationToken Cancellation => _stop.Token;

    private protected FilePaths Paths => new(SessionState.Path);

    /// <summary>The records that became errors.</summary>
    private protected IReadOnlyCollection<string> FailedTargets => _failedTargets;

    /// <summary>Releases the token.</summary>
    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Does the work of one record; what is wrong with the record becomes a non-terminating error.</summary>
    /// <param name="target">The path or name of the record.</param>
    /// <param name="work">The work.</param>
    /// <param name="variant">What tells the record from others of the same target, for the message.</param>
    private protected void Record(object? target, Action work, string variant = "")
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception error) when (Errors.EndsCall(error))
        {
            ThrowTerminatingError(Errors.Of(error, target));
        }
        catch (Exception error) when (Errors.IsExpected(error))
        {
            _failedTargets.Add($"{target} {variant}".Trim());
            WriteError(Errors.Of(error, target, variant));
        }
    }

    /// <summary>Does what every record needs; what is wrong with the call ends it.</summary>
    private protected void Call(object? target, Action work)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception error) when (Errors.IsExpected(error))
        {
            ThrowTerminatingError(Errors.Of(error, target));
        }
    }

    /// <summary>Work that cannot be cancelled from within, such as parsing: left to itself on Ctrl+C.</summary>
    private protected T Abandonable<T>(Func<T> work)
    {
        Task<T> task = Task.Run(work);
        Task.WaitAny([task], Cancellation);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Writes a file, unless the user does not want it.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="force">Whether a file that is read-only is written all the same.</param>
    /// <param name="noClobber">Whether a file that is there is to stay as it is.</param>
    /// <param name="passThru">Whether the file is emitted.</param>
    /// <exception cref="NetworkException">The file cannot be written.</exception>
    private protected void WriteFile(string path, string text, bool force, bool noClobber, bool passThru)
    {
        if (!ShouldProcess(path))
        {
            return;
        }

        OutputFile.Write(path, text, force, noClobber);
        if (passThru)
        {
            WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);
        }
    }

    /// <summary>The items whose names match one of the patterns; a plain name that matches none is an error.</summary>
    private protected void WriteMatching<T>(
        IEnumerable<T> all, Func<T, string> nameOf, string[] patterns, Func<string, Exception> unknown)
    {
        var names = new NamePatterns(patterns);
        foreach (T item in all)
        {
            if (names.Match(nameOf(item)))
            {
                WriteObject(item);
            }
        }

        foreach (string name in names.Unmatched)
        {
            WriteError(Errors.Of(unknown(name), name));
        }
    }
}
