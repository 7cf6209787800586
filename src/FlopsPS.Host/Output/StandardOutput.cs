using System;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FlopsPS.Host.Output;

/// <summary>
/// Standard output, flushed after every write so that objects appear as they come. When its reader goes away
/// (<c>| head -1</c>) it falls silent and says so once.
/// </summary>
internal sealed class StandardOutput
{
    private readonly TextWriter _writer;
    private bool _isClosed;

    internal StandardOutput()
    {
        _writer = Console.IsOutputRedirected ? OpenRedirected() : Console.Out;
    }

    /// <summary>Raised once, when nobody reads any more: whatever produces output should stop.</summary>
    internal event Action? Closed;

    /// <summary>
    /// Whether colours are welcome. Not on Windows, whose consoles show escape sequences as they are until asked.
    /// </summary>
    internal bool ShowsColours { get; } =
        !Console.IsOutputRedirected
        && !OperatingSystem.IsWindows()
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");

    internal void WriteLine(string line) => Write(line + Environment.NewLine);

    internal void Write(string text)
    {
        if (_isClosed)
        {
            return;
        }

        try
        {
            _writer.Write(text);
            _writer.Flush();
        }
        catch (IOException)
        {
            _isClosed = true;
            Closed?.Invoke();
        }
    }

    /// <summary>UTF-8 without a byte order mark on every system: what programs expect of CSV and JSON.</summary>
    private static StreamWriter OpenRedirected() => new(OpenStream(), new UTF8Encoding(false));

    /// <summary>
    /// Console's own stream hides that a pipe was closed, and an endless pipeline would go on for nobody. A stream over
    /// descriptor 1 tells; but over a file it would keep a position of its own, apart from that of child processes.
    /// </summary>
    private static Stream OpenStream()
    {
        if (!OperatingSystem.IsWindows())
        {
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!stream.CanSeek)
            {
                return stream;
            }
        }

        return Console.OpenStandardOutput();
    }
}
