namespace FlopsPS.Conventions;

/// <summary>Which figures a tool prints.</summary>
public enum Figures
{
    /// <summary>One figure, in which a multiply-accumulate counts one, whatever the tool calls it.</summary>
    Macs,

    /// <summary>One figure, in which a multiply-accumulate counts two.</summary>
    Flops,

    /// <summary>Both, side by side.</summary>
    MacsAndFlops,
}
