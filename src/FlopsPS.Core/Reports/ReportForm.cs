namespace FlopsPS.Reports;

/// <summary>A form of text that a platform shows.</summary>
public enum ReportForm
{
    /// <summary>Test results as JUnit writes them.</summary>
    JUnitXml,

    /// <summary>Test results as NUnit 3 writes them.</summary>
    NUnitXml,

    /// <summary>Results of static analysis, SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>Commands that make GitHub Actions annotate a run and its files.</summary>
    GitHubAnnotation,

    /// <summary>Commands that make Azure Pipelines log issues.</summary>
    AzureAnnotation,

    /// <summary>Text for a step summary or a comment.</summary>
    Markdown,
}
