using System;
using System.Management.Automation;

namespace FlopsPS.Host.Output;

/// <summary>Writes objects for programs, each as it comes.</summary>
internal interface IRowWriter : IDisposable
{
    /// <summary>Writes one object of the pipeline.</summary>
    /// <param name="item">The object; null where the pipeline carried null.</param>
    /// <param name="warn">Told, in one sentence, what the format cannot carry.</param>
    void Write(PSObject? item, Action<string> warn);
}
