using System;
using System.Linq;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Tensors;

public sealed class DataTypeTests
{
    [Theory]
    [InlineData("float32", 3, 12)]
    [InlineData("bfloat16", 3, 6)]
    [InlineData("float8e4m3fn", 3, 3)]
    [InlineData("int4", 3, 2)] // 12 bits
    [InlineData("uint3", 8, 3)]
    [InlineData("uint3", 9, 4)] // 27 bits
    [InlineData("int2", 0, 0)]
    [InlineData("uint4", long.MaxValue, (long.MaxValue / 2) + 1)]
    public void Values_are_packed_and_the_last_byte_is_whole(string name, long values, long bytes) =>
        Assert.Equal(bytes, DataType.Find(name)!.BytesOf(values));

    [Fact]
    public void More_bytes_than_64_bits_count_are_an_error() =>
        Assert.Throws<OverflowException>(() => DataType.Find("float32")!.BytesOf(long.MaxValue));

    [Fact]
    public void Names_are_unique_and_others_are_not_known()
    {
        Assert.Equal(DataType.All.Count, DataType.All.Select(type => type.Name).Distinct().Count());
        Assert.All(DataType.All, type => Assert.Same(type, DataType.Find(type.ToString())));
        Assert.Null(DataType.Find("Float32"));
    }
}
