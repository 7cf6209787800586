using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Numerics;

namespace FlopsPS.Host.Output;

/// <summary>The columns of objects.</summary>
internal static class Columns
{
    /// <summary>
    /// What an object consists of, in its own order; null when it is one value (a number, a text, a date) or a list.
    /// </summary>
    internal static IReadOnlyList<Column>? Of(object item)
    {
        var wrapped = PSObject.AsPSObject(item);
        return wrapped.BaseObject switch
        {
            IDictionary dictionary => [.. Entries(dictionary)],
            object value when IsSingle(value) => null,
            _ => [.. wrapped.Properties.Where(property => property.IsGettable).Select(Read)],
        };
    }

    /// <summary>The object behind PowerShell's wrapper; the wrapper itself where there is none.</summary>
    internal static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private static IEnumerable<Column> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new Column(InvariantText.Of(entry.Key), Unwrap(entry.Value));
        }
    }

    private static bool IsSingle(object value) =>
        Type.GetTypeCode(value.GetType()) != TypeCode.Object
        || value is IEnumerable or BigInteger or Guid or TimeSpan or DateTimeOffset or Version or Uri or Type
            or ErrorRecord;

    private static Column Read(PSPropertyInfo property)
    {
        try
        {
            return new Column(property.Name, Unwrap(property.Value));
        }
        catch (GetValueException)
        {
            // A property that fails is an empty cell: the other columns of the row still count.
            return new Column(property.Name, null);
        }
    }
}
