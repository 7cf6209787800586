using System.Collections.Generic;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators that are alike.</summary>
internal interface IOperatorFamily
{
    /// <summary>The operators by name; a name of another domain than ONNX's own has it in front: com.microsoft.Gelu.
    /// </summary>
    IEnumerable<(string Name, Operator Operator)> Operators { get; }
}
