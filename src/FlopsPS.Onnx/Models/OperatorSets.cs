using System;
using System.Collections.Generic;
using FlopsPS.Onnx.Wire;

namespace FlopsPS.Onnx.Models;

/// <summary>The versions of the operator sets that a model or a function uses, by domain.</summary>
internal sealed class OperatorSets
{
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);

    /// <summary>The version of ONNX's own operators; 1 when none is named, as in the oldest models.</summary>
    public long Version => _versions.TryGetValue(string.Empty, out long version) ? version : 1;

    /// <summary>Reads an OperatorSetIdProto.</summary>
    public bool Add(WireReader reader)
    {
        string domain = string.Empty;
        long version = 1;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    domain = reader.Text();
                    break;
                case 2:
                    version = reader.Int64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        _versions[domain == "ai.onnx" ? string.Empty : domain] = version;
        return true;
    }
}
