using System;

namespace FlopsPS.Onnx.Tests;

/// <summary>Breaks a file in one of the ways that files break, or are broken.</summary>
internal static class Mutation
{
    /// <summary>A broken copy.</summary>
    public static byte[] Of(byte[] file, Random random)
    {
        byte[] copy = (byte[])file.Clone();
        for (int times = random.Next(1, 4); times > 0 && copy.Length > 4; times--)
        {
            copy = Once(copy, random);
        }

        return copy;
    }

    private static byte[] Once(byte[] file, Random random)
    {
        int place = random.Next(file.Length);
        int length = random.Next(1, Math.Min(64, file.Length - place + 1));
        switch (random.Next(7))
        {
            case 0:
                file[place] ^= (byte)(1 << random.Next(8));
                return file;
            case 1:
                file[place] = (byte)random.Next(256);
                return file;
            case 2: // a length or a size beyond all measure
                file.AsSpan(place, length).Fill(0xFF);
                return file;
            case 3: // cut
                return file[..place];
            case 4: // taken out
                return [.. file[..place], .. file[(place + length - 1)..]];
            case 5: // twice
                return [.. file[..place], .. file[place..(place + length - 1)], .. file[place..]];
            default: // swapped with another part
                int other = random.Next(file.Length - length + 1);
                file.AsSpan(other, length).CopyTo(file.AsSpan(Math.Min(place, file.Length - length)));
                return file;
        }
    }
}
