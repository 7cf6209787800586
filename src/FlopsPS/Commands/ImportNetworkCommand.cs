using System;
using System.Collections.Generic;
using System.Management.Automation;
using FlopsPS.Completion;
using FlopsPS.Networks;
using FlopsPS.Reading;

namespace FlopsPS.Commands;

/// <summary>Reads networks from files, or from text that is piped in.</summary>
[Cmdlet(VerbsData.Import, "Network", DefaultParameterSetName = PathSet)]
[OutputType(typeof(Network))]
public sealed class ImportNetworkCommand : NetworkFileCommandBase
{
    private readonly List<string> _lines = [];
    private INetworkReader? _reader;
    private bool _isText;

    /// <summary>
    /// Paths of files; wildcards are allowed. Strings that are piped in are paths too, unless -Format says what they
    /// are: then they are the lines of one manifest.
    /// </summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = PathSet,
        ValueFromPipeline = true,
        HelpMessage = "Paths of files, with wildcards")]
    [ValidateNotNull]
    [AllowEmptyString]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The format: Yaml, Onnx, or Auto to tell it by the extension and the content of a file.</summary>
    [Parameter(HelpMessage = "The format: Yaml, Onnx, or Auto")]
    [ArgumentCompleter(typeof(FormatCompleter))]
    public string Format { get; set; } = NetworkReaders.Auto;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Call(Format, () => _reader = NetworkReaders.Get(Format));
        _isText = _reader is not null && !MyInvocation.BoundParameters.ContainsKey(nameof(Path));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == LiteralPathSet)
        {
            Array.ForEach(LiteralPath, path => Record(path, () => ReadFiles([Paths.Literal(path)], _reader, Write)));
        }
        else if (_isText)
        {
            _lines.AddRange(Path);
        }
        else
        {
            Array.ForEach(Path, path => Record(path, () => ReadFiles(Paths.AtLeastOne(path), _reader, Write)));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_lines.Count > 0)
        {
            Record(Format, () => UseAll(Abandonable(ReadLines), Format, Write));
        }

        base.EndProcessing();
    }

    private IReadOnlyList<NetworkTemplate> ReadLines() => _reader!.ReadText(string.Join("\n", _lines), "network");
}
