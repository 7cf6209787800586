using System;
using System.Management.Automation.Host;

namespace FlopsPS.Host;

/// <summary>The size of the output. Cursor, keys and colours are not offered: output goes one way.</summary>
internal sealed class ConsoleRawUserInterface : PSHostRawUserInterface
{
    private const int RedirectedWidth = 4096;
    private const int DefaultHeight = 50;

    public override Size BufferSize
    {
        get => Measure();
        set => throw Unsupported();
    }

    public override Size WindowSize
    {
        get => Measure();
        set => throw Unsupported();
    }

    public override Size MaxPhysicalWindowSize => Measure();

    public override Size MaxWindowSize => Measure();

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Coordinates CursorPosition
    {
        get => throw Unsupported();
        set => throw Unsupported();
    }

    public override int CursorSize
    {
        get => throw Unsupported();
        set => throw Unsupported();
    }

    public override Coordinates WindowPosition
    {
        get => throw Unsupported();
        set => throw Unsupported();
    }

    public override string WindowTitle
    {
        get => "FlopsPS";
        set => throw Unsupported();
    }

    public override bool KeyAvailable => false;

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw Unsupported();

    public override void FlushInputBuffer()
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Unsupported();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Unsupported();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw Unsupported();

    public override void ScrollBufferContents(
        Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw Unsupported();

    private static Size Measure() =>
        Console.IsOutputRedirected || Console.WindowWidth == 0
            ? new Size(RedirectedWidth, DefaultHeight)
            : new Size(Console.WindowWidth, Console.WindowHeight);

    private static HostException Unsupported() =>
        new("This host writes only: it has no cursor, keys or screen buffer.");
}
