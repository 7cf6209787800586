using System;
using System.IO;

namespace FlopsPS.Yaml.Tests;

/// <summary>A schema that ships in the module is made by code, and must be what that makes.</summary>
internal static class SchemaFile
{
    public static void IsCurrent(string name, string schema)
    {
        string fresh = Path.Combine(AppContext.BaseDirectory, name);
        string file = Path.Combine(Repository.Module, "schema", name);
        File.WriteAllText(fresh, schema);

        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == schema,
            $"The schema is out of date. Copy the fresh one:{Environment.NewLine}cp {fresh} {file}");
    }
}
