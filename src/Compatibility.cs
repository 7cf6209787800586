// netstandard2.0 has no marker type for init-only properties; the compiler only looks for its name.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit
{
}
