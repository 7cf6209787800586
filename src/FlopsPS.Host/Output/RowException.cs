using System;

namespace FlopsPS.Host.Output;

/// <summary>An object that the output format cannot carry. The message ends with the remedy.</summary>
internal sealed class RowException(string message) : Exception(message);
