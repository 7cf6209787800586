using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Binding;

/// <summary>From what PowerShell calls a kind and its arguments to a layer: case does not matter here.</summary>
internal static class LayerArguments
{
    /// <summary>Makes a layer of a kind.</summary>
    /// <exception cref="NetworkException">The kind or an argument is unknown, missing or wrong.</exception>
    public static Layer Bind(string kind, IDictionary arguments)
    {
        LayerKind definition = FindKind(kind) ?? throw UnknownKind(kind);
        if (definition.IsStructure)
        {
            throw new NetworkException(
                ErrorCode.ArgumentInvalid, $"{definition.Name} holds other layers; it can only stand in a manifest");
        }

        var raw = new Dictionary<string, object>();
        foreach (DictionaryEntry entry in arguments)
        {
            string name = entry.Key.ToString();
            raw.Add(NameIn(definition, name), ValueOf(name, entry.Value));
        }

        return definition.Create(raw);
    }

    /// <summary>The kind of this name, or null.</summary>
    public static LayerKind? FindKind(string name) => LayerCatalog.Find(name)
        ?? LayerCatalog.Kinds.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The error for a name that is no kind's.</summary>
    public static NetworkException UnknownKind(string name) => new(
        ErrorCode.LayerKindUnknown,
        $"'{name}' is not a layer kind; Get-LayerKind lists them."
        + NearestWord.Hint(name, LayerCatalog.Kinds.Select(kind => kind.Name)));

    private static string NameIn(LayerKind kind, string name) => kind.Arguments
        .Select(argument => argument.Name)
        .FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;

    private static object ValueOf(string name, object? value)
    {
        try
        {
            return RawValue.Of(value);
        }
        catch (NetworkException error)
        {
            throw new NetworkException(error.Code, $"{name}: {error.Reason}", error);
        }
    }
}
