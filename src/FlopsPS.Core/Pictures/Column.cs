namespace FlopsPS.Pictures;

/// <summary>A column of a table in a page.</summary>
internal readonly record struct Column(string Name, bool IsNumber)
{
    public static Column Text(string name) => new(name, false);

    public static Column Number(string name) => new(name, true);
}
