namespace FlopsPS.Host;

/// <summary>What the command line asks for.</summary>
internal enum HostAction
{
    ShowHelp,
    ShowVersion,
    RunText,
    RunFile,
    RunStandardInput,
}
