using System;
using System.IO;
using System.Management.Automation;
using System.Security;
using FlopsPS.Networks;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace FlopsPS;

/// <summary>Every error record of the module: its id, category and target.</summary>
internal static class Errors
{
    /// <summary>Whether an exception is about what the user gave us, and so becomes an error record.</summary>
    public static bool IsExpected(Exception exception) => exception
        is NetworkException
        or IOException
        or UnauthorizedAccessException
        or SecurityException
        or ItemNotFoundException
        or DriveNotFoundException
        or ProviderNotFoundException
        or WildcardPatternException;

    /// <summary>Whether an exception ends the call and not just the record: what -Strict asks for.</summary>
    public static bool EndsCall(Exception exception) =>
        exception is NetworkException { Code: ErrorCode.OperationUncounted };

    /// <summary>The record for an expected exception.</summary>
    /// <param name="exception">The exception; its message is the record's.</param>
    /// <param name="target">The path, name or object that could not be used.</param>
    /// <param name="variant">Which variant of the target it was, when there are several.</param>
    public static ErrorRecord Of(Exception exception, object? target, string variant = "")
    {
        ErrorCode code = CodeOf(exception);
        ErrorCategory category = exception is UnauthorizedAccessException or SecurityException
            ? ErrorCategory.PermissionDenied
            : CategoryOf(code);
        var record = new ErrorRecord(exception, code.ToString(), category, target);
        if (variant.Length > 0)
        {
            record.ErrorDetails = new ErrorDetails($"{exception.Message} ({variant})");
        }

        return record;
    }

    /// <summary>-Depth where rows are not blocks.</summary>
    public static ErrorRecord DepthUnused(int depth) =>
        Call("DepthUnused", "-Depth says how deep blocks go; it needs -GroupBy Block.", depth);

    /// <summary>-Layout where there is nothing to lay out.</summary>
    public static ErrorRecord LayoutUnused(string layout) =>
        Call("LayoutUnused", "-Layout says the order of the sizes of -InputShape; give that too.", layout);

    /// <summary>Several values for a parameter where networks, which could not be told apart, come out.</summary>
    public static ErrorRecord SweepUnused(string parameter) => Call(
        "SweepUnused",
        $"Parameter '{parameter}' has several values. Give one; only Measure-NetworkFlops, Compare-NetworkFlops and "
        + "Test-NetworkBudget go through them, for their rows say which is which.",
        parameter);

    /// <summary>Something that is no network and does not name one.</summary>
    public static ErrorRecord NoNetwork(object? target) => Call(
        "NetworkInvalid",
        $"'{target}' is not a network, a file or the name of either; Import-Network and Get-ZooNetwork make networks.",
        target);

    /// <summary>A report of nothing.</summary>
    public static ErrorRecord NetworkMissing(string file) => Call(
        "NetworkMissing", $"No network came in, so '{file}' is not written; name one, or pipe some in.", file);

    /// <summary>A network without one of its name among several to compare with.</summary>
    public static ErrorRecord NetworkUnmatched(string name, string target) => Call(
        "NetworkUnmatched",
        $"Networks are compared by name where there are several on both sides, and the other side has no '{name}'; "
        + "give one network on one side to compare it with each.",
        target);

    /// <summary>-Lock without a baseline.</summary>
    public static ErrorRecord LockUnused() => Call(
        "LockUnused",
        "-Lock holds networks to what they cost in a baseline; add -Baseline, with a file that Export-NetworkBaseline "
        + "wrote.",
        null);

    /// <summary>A test without limits.</summary>
    public static ErrorRecord LimitMissing() => Call(
        "LimitMissing",
        "There is no limit to check: add -MaxParameters, -MaxBuffers, -MaxMacs, -MaxFlops or -MaxActivations, a budget "
        + "file behind -Budget, or -Baseline with -Lock.",
        null);

    /// <summary>Something that no report is made of.</summary>
    public static ErrorRecord NoReportRow(PSObject row) =>
        RowUnknown(row, "A report", "Test-NetworkBudget, Measure-NetworkFlops and Compare-NetworkFlops write");

    /// <summary>Something that no baseline is made of.</summary>
    public static ErrorRecord NoBaselineRow(PSObject row) =>
        RowUnknown(row, "A baseline", "Measure-NetworkFlops writes");

    /// <summary>A budget that is enforced and not kept.</summary>
    /// <remarks>
    /// Not a record for ThrowTerminatingError: that ends the statement alone, the script goes on, and pwsh -File exits
    /// with 0. What throw throws ends the script, and this is marked as if it came from there.
    /// </remarks>
    public static RuntimeException BudgetExceeded(string message, object? target)
    {
        var record = new ErrorRecord(
            new InvalidOperationException(message),
            "BudgetExceeded," + typeof(Commands.TestNetworkBudgetCommand).FullName,
            ErrorCategory.LimitsExceeded,
            target);
        record.CategoryInfo.Activity = "Test-NetworkBudget";
        return new(message, record.Exception, record) { WasThrownFromThrowStatement = true };
    }

    private static ErrorRecord RowUnknown(PSObject row, string what, string source) => Call(
        "RowUnknown",
        $"{what} is made of the rows that {source}, not of {row.TypeNames[0]}: pipe them in as they are, without "
        + "Select-Object or Format-Table.",
        row);

    private static ErrorRecord Call(string id, string message, object? target) =>
        new(new ArgumentException(message), id, ErrorCategory.InvalidArgument, target);

    private static ErrorCode CodeOf(Exception exception) => exception switch
    {
        NetworkException network => network.Code,
        FileNotFoundException or DirectoryNotFoundException => ErrorCode.FileNotFound,
        ItemNotFoundException or DriveNotFoundException or ProviderNotFoundException => ErrorCode.FileNotFound,
        WildcardPatternException => ErrorCode.ArgumentInvalid,
        _ => ErrorCode.FileUnreadable,
    };

    private static ErrorCategory CategoryOf(ErrorCode code) => code switch
    {
        ErrorCode.ManifestInvalid
            or ErrorCode.ModelInvalid
            or ErrorCode.ConventionInvalid
            or ErrorCode.BudgetInvalid
            or ErrorCode.BaselineInvalid
            or ErrorCode.ExpressionInvalid => ErrorCategory.ParserError,
        ErrorCode.FileUnreadable => ErrorCategory.ReadError,
        ErrorCode.FileUnwritable => ErrorCategory.WriteError,
        ErrorCode.ShapeMismatch => ErrorCategory.InvalidData,
        ErrorCode.CountOverflow or ErrorCode.NetworkTooLarge => ErrorCategory.LimitsExceeded,
        ErrorCode.OperationUncounted => ErrorCategory.InvalidResult,
        ErrorCode.FileNotFound
            or ErrorCode.LayerKindUnknown
            or ErrorCode.LayerNameUnknown
            or ErrorCode.ConventionUnknown
            or ErrorCode.ZooNetworkUnknown => ErrorCategory.ObjectNotFound,
        _ => ErrorCategory.InvalidArgument,
    };
}
