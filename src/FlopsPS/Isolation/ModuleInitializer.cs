using System.Management.Automation;

namespace FlopsPS.Isolation;

/// <summary>Runs once when PowerShell imports the module; it only hooks, it loads nothing.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport() => PrivateAssemblies.Enable();
}
