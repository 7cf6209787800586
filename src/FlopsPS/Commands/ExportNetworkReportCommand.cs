using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Budgets;
using FlopsPS.Completion;
using FlopsPS.Conventions;
using FlopsPS.Networks;
using FlopsPS.Pictures;
using FlopsPS.Reading;
using FlopsPS.Variants;

namespace FlopsPS.Commands;

/// <summary>Writes a picture of what networks cost into a file: a page, an icicle, or a profile for flame graphs.
/// </summary>
[Cmdlet(VerbsData.Export, "NetworkReport", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportNetworkReportCommand : NetworkReadingCommandBase
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly List<NetworkPicture> _pictures = [];
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);
    private string _target = string.Empty;
    private bool _isFolder;
    private ReportFormat _format;
    private Convention? _convention;

    /// <summary>Paths of files, names of networks in the zoo, or networks; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true,
        Position = 1,
        ValueFromPipeline = true,
        HelpMessage = "Paths of files, names of zoo networks, with wildcards, or networks")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PathOrZooNetworkCompleter))]
    public object[] Network { get; set; } = [];

    /// <summary>The path of the file that is written, or of a folder, where each network gets a file of its own; a
    /// wildcard may stand for one that is there.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = PathSet,
        HelpMessage = "The path of the file, or of a folder")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Path { get; set; } = string.Empty;

    /// <summary>The same, every character taken as it is.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = LiteralPathSet,
        HelpMessage = "The path of the file, or of a folder, without wildcards")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = string.Empty;

    /// <summary>What is written; when left out the extension of the file decides, and a folder gets pages.</summary>
    [Parameter(HelpMessage = "What is written: Html, Svg, Speedscope or FoldedStack")]
    public ReportFormat? Format { get; set; }

    /// <summary>What widths show; FLOPs when left out, or multiply-accumulates where the convention has no FLOPs.
    /// </summary>
    [Parameter(HelpMessage = "What widths show: Parameters, Macs, Flops or Activations")]
    public BudgetMetric? Cost { get; set; }

    /// <summary>The name of the counting convention that figures follow, or the path of a file that holds one.
    /// </summary>
    [Parameter(HelpMessage = "The name of a counting convention or the path of a file")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConventionCompleter))]
    public string Convention { get; set; } = ConventionCatalog.Default;

    /// <summary>Overwrites a file that is read-only.</summary>
    [Parameter(HelpMessage = "Overwrites a file that is read-only")]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves a file that is there as it is, and makes it an error.</summary>
    [Parameter(HelpMessage = "Does not overwrite a file")]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Emits the files.</summary>
    [Parameter(HelpMessage = "Emits the files")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Call(Convention, () =>
        {
            _convention = new ConventionNames(Paths).Get(Convention);
            if (Cost is { } cost)
            {
                BudgetMetrics.Require(cost, _convention, NetworkPicture.Remedy);
            }
        });
        Call(LiteralPath + Path, () =>
        {
            _target = ParameterSetName == PathSet ? Paths.ToWrite(Path) : Paths.ToWriteLiterally(LiteralPath);
            _isFolder = Directory.Exists(_target);
            _format = Format ?? (_isFolder ? ReportFormat.Html : ReportFormats.OfFile(_target));
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Array.ForEach(Network, network => Use(network, Show));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_pictures.Count > 0)
        {
            Call(_target, () => Write(_target, _pictures));
        }
        else if (_written.Count + FailedTargets.Count == 0)
        {
            ThrowTerminatingError(Errors.NetworkMissing(_target));
        }
    }

    private void Show(NetworkOrigin origin, string target)
    {
        foreach (ParameterSetting setting in Variation.Sweep.For(origin.ParameterNames))
        {
            Record(
                target,
                () =>
                {
                    Network network = Variation.Build(origin, setting, Cancellation);
                    Show(NetworkPicture.Of(network, _convention!, Cost, setting.ToString(), Cancellation));
                },
                setting.ToString());
        }
    }

    private void Show(NetworkPicture picture)
    {
        if (!_isFolder)
        {
            _pictures.Add(picture);
            return;
        }

        string file = System.IO.Path.Combine(_target, ReportFormats.FileName(picture, _format));
        if (!_written.Add(file))
        {
            throw new NetworkException(
                ErrorCode.FileUnwritable,
                $"Several networks are called '{picture.Title}', and '{file}' has the first; name a file instead of a "
                + "folder to have them in one.");
        }

        Write(file, [picture]);
    }

    private void Write(string file, IReadOnlyList<NetworkPicture> pictures)
    {
        string text = NetworkReport.Write(_format, pictures, Cancellation);
        if (_format == ReportFormat.FoldedStack && pictures.Any(picture => picture.Uncounted is not null))
        {
            WriteWarning(NetworkReport.Shortfall(pictures));
        }

        WriteFile(file, text, Force, NoClobber, PassThru);
    }
}
