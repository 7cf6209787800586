using System;

namespace FlopsPS.Module.Tests;

/// <summary>A fact that needs signals, and tools to send them.</summary>
internal sealed class HostLinuxFactAttribute : FactAttribute
{
    public HostLinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Sends signals with the tools of Linux.";
        }
    }
}
