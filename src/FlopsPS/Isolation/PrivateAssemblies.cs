using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace FlopsPS.Isolation;

/// <summary>
/// Keeps the third parties in bin/private to ourselves: another module may have loaded its own YamlDotNet, or may do so
/// later, and neither may get the other's.
/// </summary>
/// <remarks>
/// On .NET the bridge FlopsPS.Yaml and what it needs live in an AssemblyLoadContext of their own; netstandard2.0 does
/// not know that type, hence the reflection. Only the bridge's name is answered, so nobody else ever sees our copies.
/// On .NET Framework assemblies of different strong names live side by side; there exact full names are answered.
/// </remarks>
internal static class PrivateAssemblies
{
    private const string Bridge = "FlopsPS.Yaml";

    private static readonly Lazy<bool> s_hook = new(Hook);
    private static readonly Lazy<Assembly?> s_bridge = new(LoadBridge);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_filesByFullName = new(FilesByFullName);

    private static Type? ContextType => typeof(object).Assembly.GetType("System.Runtime.Loader.AssemblyLoadContext");

    /// <summary>Answers requests for our private assemblies from now on; calling it again changes nothing.</summary>
    public static void Enable() => _ = s_hook.Value;

    private static bool Hook()
    {
        if (ContextType is not { } type)
        {
            AppDomain.CurrentDomain.AssemblyResolve += ResolveFullName;
            return true;
        }

        object shared = type.GetProperty("Default").GetValue(null);
        EventInfo resolving = type.GetEvent("Resolving");
        MethodInfo handler = typeof(PrivateAssemblies).GetMethod(
            nameof(ResolveBridge), BindingFlags.NonPublic | BindingFlags.Static);
        resolving.AddEventHandler(shared, Delegate.CreateDelegate(resolving.EventHandlerType, handler));
        return true;
    }

    private static Assembly? ResolveBridge(object _, AssemblyName name) =>
        name.Name == Bridge ? s_bridge.Value : null;

    private static Assembly? ResolveFullName(object sender, ResolveEventArgs request) =>
        s_filesByFullName.Value.TryGetValue(request.Name, out string? file) ? Assembly.LoadFrom(file) : null;

    /// <summary>
    /// Loads the bridge and the third parties before the bridge first asks: what a context has loaded itself wins over
    /// the default context, while FlopsPS.Core and the runtime's own assemblies still come from there.
    /// </summary>
    private static Assembly? LoadBridge()
    {
        object context = Activator.CreateInstance(ContextType, "FlopsPS", false);
        var load = (Func<string, Assembly>)Delegate.CreateDelegate(
            typeof(Func<string, Assembly>), context, "LoadFromAssemblyPath");
        return Files()
            .Where(file => !Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            .Select(load)
            .ToList()
            .Find(assembly => assembly.GetName().Name == Bridge);
    }

    private static IReadOnlyDictionary<string, string> FilesByFullName() =>
        Files().ToDictionary(file => AssemblyName.GetAssemblyName(file).FullName);

    private static IEnumerable<string> Files()
    {
        string folder = Path.GetDirectoryName(typeof(PrivateAssemblies).Assembly.Location);
        return Directory.EnumerateFiles(Path.Combine(folder, "private"), "*.dll");
    }
}
