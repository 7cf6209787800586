using System.Linq;

namespace FlopsPS.Onnx.Operators;

/// <summary>What an input of an operator is, when what goes in is stored in the file.</summary>
/// <remarks>
/// In a text: x is data, and a weight where it is stored among the tensors of the graph; - is a size, an axis, a limit
/// or a state, never a weight; a name is a weight of that name; with ~ before it a buffer, with ? before it a scale of
/// a quantisation, with # before it a weight that may be whole numbers on a scale. A star at the end repeats the last.
/// </remarks>
internal sealed class Slot
{
    private Slot(string text)
    {
        IsBuffer = text[0] == '~';
        IsScale = text[0] == '?';
        IsQuantized = text[0] == '#';
        Role = text.TrimStart('~', '?', '#');
    }

    /// <summary>An input that is never a weight.</summary>
    public static Slot None { get; } = new("-");

    /// <summary>The name of the weight.</summary>
    public string Role { get; }

    /// <summary>Whether the stored tensor is not trained.</summary>
    public bool IsBuffer { get; }

    /// <summary>Whether the stored tensor is a scale or a zero point.</summary>
    public bool IsScale { get; }

    /// <summary>Whether whole numbers are weights here.</summary>
    public bool IsQuantized { get; }

    public bool IsData => Role == "x";

    public bool IsIgnored => Role == "-";

    public static SlotList Parse(string text)
    {
        string[] words = text.TrimEnd('*').Split(' ');
        return new([.. words.Select(word => new Slot(word))], text.EndsWith("*", System.StringComparison.Ordinal));
    }
}
