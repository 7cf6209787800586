namespace FlopsPS.Host;

/// <summary>The exit codes that are not a script's own.</summary>
internal static class ExitCode
{
    internal const int Success = 0;

    /// <summary>Something was reported on standard error as an error; the rows that succeeded were printed.</summary>
    internal const int Failure = 1;

    /// <summary>The arguments of the host were wrong; nothing ran.</summary>
    internal const int Usage = 2;

    /// <summary>Stopped by Ctrl+C, as shells report it: 128 + SIGINT.</summary>
    internal const int Interrupted = 130;
}
