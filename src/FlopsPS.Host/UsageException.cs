using System;

namespace FlopsPS.Host;

/// <summary>An argument of the host that it cannot follow. The message ends with the remedy.</summary>
internal sealed class UsageException(string message) : Exception(message);
