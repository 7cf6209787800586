using System;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Syntax;

/// <summary>Says of a document that is no manifest what it is instead.</summary>
internal static class Rename
{
    /// <summary>Reads, and gives errors of the form of the document another code: the nodes of a tree do not know what
    /// the document is.</summary>
    public static T ManifestInvalid<T>(ErrorCode code, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NetworkException error) when (error.Code == ErrorCode.ManifestInvalid)
        {
            throw new NetworkException(code, error.Reason, error).At(error.Layer, error.Position);
        }
    }
}
