using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Networks;
using FlopsPS.Reading;

namespace FlopsPS.Commands;

/// <summary>A cmdlet that reads networks from files, each file one record.</summary>
public abstract class NetworkReadingCommandBase : NetworkVariationCommandBase
{
    // A progress bar for what is done in the blink of an eye only flickers.
    private static readonly TimeSpan s_progressInterval = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _sinceProgress = Stopwatch.StartNew();
    private ProgressRecord? _progress;
    private int _files;

    private protected NetworkReadingCommandBase()
    {
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_progress is not null)
        {
            _progress.RecordType = ProgressRecordType.Completed;
            WriteProgress(_progress);
        }
    }

    /// <summary>Reads each file and uses each network that it defines; a bad file is one error.</summary>
    private protected void ReadFiles(
        IReadOnlyList<string> files, INetworkReader? reader, Action<NetworkOrigin, string> use)
    {
        for (int i = 0; i < files.Count; i++)
        {
            string file = files[i];
            ShowProgress(file, files.Count > 1 ? 100 * i / files.Count : -1);
            Record(file, () =>
            {
                FilePaths.Check(file);
                UseAll(Abandonable(() => (reader ?? NetworkReaders.ForFile(file)).ReadFile(file)), file, use);
            });
        }
    }

    /// <summary>Uses the networks that an object stands for: one itself, a file, or the path or name of some.
    /// </summary>
    private protected void Use(object item, Action<NetworkOrigin, string> use)
    {
        switch (RawValue.Unwrap(item))
        {
            case Network network:
                use(new NetworkOrigin(network), network.Name);
                break;
            case FileSystemInfo file:
                ReadFiles([file.FullName], reader: null, use);
                break;
            case string path:
                Record(path, () => ReadPathOrZoo(path, use));
                break;
            case var other:
                WriteError(Errors.NoNetwork(other));
                break;
        }
    }

    /// <summary>Uses the networks of the files that a path means, or those of the zoo that have such a name.</summary>
    /// <exception cref="NetworkException">There is neither.</exception>
    private protected void ReadPathOrZoo(string path, Action<NetworkOrigin, string> use)
    {
        IReadOnlyList<string> files = Paths.Matching(path);
        if (files.Count > 0)
        {
            ReadFiles(files, reader: null, use);
            return;
        }

        IReadOnlyList<NetworkTemplate> templates = FilePaths.IsPath(path)
            ? throw FilePaths.Missing(path)
            : NetworkZoo.Matching(path);
        UseAll(templates.Count > 0 ? templates : throw NetworkZoo.NeitherFileNorNetwork(path), path, use);
    }

    private void ShowProgress(string file, int percent)
    {
        if (++_files > 1 && _sinceProgress.Elapsed > s_progressInterval)
        {
            _progress ??= new ProgressRecord(0, MyInvocation.MyCommand.Name, file);
            _progress.StatusDescription = file;
            _progress.PercentComplete = percent;
            WriteProgress(_progress);
            _sinceProgress.Restart();
        }
    }
}
