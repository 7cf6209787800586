using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Onnx.Tests;

/// <summary>Breaks a file in one of the ways that files break, or are broken.</summary>
internal static class Mutation
{
    private static readonly long[] s_numbers =
        [0, 1, 2, 3, 7, -1, -2, 64, 1000, int.MaxValue, (long)int.MaxValue + 1, long.MaxValue, long.MinValue, 1L << 40];

    /// <summary>A broken copy: of its bytes, or of a field whose message still fits around it.</summary>
    public static byte[] Of(byte[] file, Random random)
    {
        if (random.Next(2) == 0 && WireField.Read(file) is { Count: > 0 } fields)
        {
            for (int times = random.Next(1, 4); times > 0; times--)
            {
                Once(fields, random);
            }

            return WireField.Write(fields);
        }

        byte[] copy = (byte[])file.Clone();
        for (int times = random.Next(1, 4); times > 0 && copy.Length > 4; times--)
        {
            copy = Once(copy, random);
        }

        return copy;
    }

    // A number becomes another one, a text that of another field; or a field is gone, twice, or elsewhere.
    private static void Once(List<WireField> fields, Random random)
    {
        WireField[] all = [.. fields.SelectMany(field => field.All())];
        WireField[] leaves = [.. all.Where(field => field.Fields is null && field.Type == 2)];
        WireField[] numbers = [.. all.Where(field => field.Type == 0)];
        List<WireField>[] messages = [fields, .. all.Select(field => field.Fields).OfType<List<WireField>>()];
        List<WireField> message = messages[random.Next(messages.Length)];
        switch (random.Next(7))
        {
            case 0 or 1 when numbers.Length > 0:
                numbers[random.Next(numbers.Length)].Value =
                    unchecked((ulong)s_numbers[random.Next(s_numbers.Length)]);
                break;
            case 2 or 3 when leaves.Length > 0:
                leaves[random.Next(leaves.Length)].Bytes = leaves[random.Next(leaves.Length)].Bytes;
                break;
            case 4 when message.Count > 0:
                message.RemoveAt(random.Next(message.Count));
                break;
            case 5 when message.Count > 0:
                message.Insert(random.Next(message.Count), message[random.Next(message.Count)]);
                break;
            default:
                if (message.Count > 1)
                {
                    message.Reverse(random.Next(message.Count - 1), 2);
                }

                break;
        }
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
