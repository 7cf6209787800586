using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Refusals that several kinds share.</summary>
internal static class KindChecks
{
    /// <summary>The size that a layer was told to expect must be the one that comes in.</summary>
    public static void Given(long? expected, long actual, string what, TensorShape input)
    {
        if (expected is { } size && size != actual)
        {
            throw Mismatch($"in is {size}, but the input {input} has {actual} {what}");
        }
    }

    /// <summary>Groups, or whatever the parts are called, must divide the channels.</summary>
    public static void Divides(long groups, long channels, string what, string parts = "groups")
    {
        if (channels % groups != 0)
        {
            throw Mismatch($"{channels} {what} cannot be split into {groups} {parts}");
        }
    }

    /// <summary>A window must fit at least once.</summary>
    public static long Fits(long output, TensorShape input, string what)
    {
        return output > 0
            ? output
            : throw Mismatch($"the {what} is larger than the padded input {input}: nothing would come out");
    }

    /// <summary>The input must have at least so many axes.</summary>
    public static void Rank(TensorShape input, int least, string axes)
    {
        if (input.Rank < least)
        {
            throw Mismatch($"{(input.Rank == 0 ? "a single value" : input)} comes in, but {axes} are needed");
        }
    }

    /// <summary>The input must be a map of two spatial axes behind batch and channels.</summary>
    public static TensorShape Map2d(TensorShape input)
    {
        return input.Rank == 4
            ? input
            : throw Mismatch($"{input} comes in, but a batch, channels, height and width are needed");
    }

    /// <summary>The input must be a sequence: a batch, tokens and, last, their features.</summary>
    public static void Sequence(TensorShape input)
    {
        Rank(input, 3, "a batch, tokens and features");
        if ("DHWLT".IndexOf(input.Layout[input.Rank - 1]) >= 0)
        {
            throw Mismatch(
                $"{input} has its axes in the order {input.Layout}, but features must come last, behind the tokens; "
                + "put flatten and permute before it");
        }
    }

    private static NetworkException Mismatch(string reason) => new(ErrorCode.ShapeMismatch, reason);
}
