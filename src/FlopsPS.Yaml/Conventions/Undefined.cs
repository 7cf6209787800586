namespace FlopsPS.Yaml.Conventions;

/// <summary>What a rule gives where it has no answer, and the value of an argument that was not given.</summary>
internal sealed class Undefined
{
    /// <summary>The word for it.</summary>
    public const string Word = "undefined";

    private Undefined()
    {
    }

    public static Undefined Value { get; } = new();

    public override string ToString() => Word;
}
