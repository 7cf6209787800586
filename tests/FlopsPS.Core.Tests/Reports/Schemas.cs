using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using NJsonSchema;

namespace FlopsPS.Core.Tests.Reports;

/// <summary>What the published schemas of the forms complain about.</summary>
internal static class Schemas
{
    private static readonly Lazy<XmlSchemaSet> s_junit = new(() => Load("junit_schema_4.xsd"));

    private static readonly Lazy<XmlSchemaSet> s_nunit = new(() => Load("TestResult.xsd"));

    private static readonly Lazy<Task<JsonSchema>> s_sarif =
        new(() => JsonSchema.FromFileAsync(Repository.Data("sarif-2.1.0.schema.json")));

    public static IReadOnlyList<string> OfJUnit(string text) => Complaints(text, s_junit.Value);

    public static IReadOnlyList<string> OfNUnit(string text) => Complaints(text, s_nunit.Value);

    public static async Task<IReadOnlyList<string>> OfSarif(string text) =>
        [.. (await s_sarif.Value).Validate(text).Select(error => error.ToString())];

    private static XmlSchemaSet Load(string file)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Path.Combine(AppContext.BaseDirectory, "schemas", file));
        schemas.Compile();
        return schemas;
    }

    private static List<string> Complaints(string text, XmlSchemaSet schemas)
    {
        var complaints = new List<string>();
        XDocument.Parse(text).Validate(schemas, (_, error) => complaints.Add(error.Message));
        return complaints;
    }
}
