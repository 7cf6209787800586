using System.IO;
using System.Management.Automation;

namespace FlopsPS.Binding;

/// <summary>Lets a path be a file object: its full name, with no character of it a wildcard.</summary>
public sealed class FilePathAttribute : ValueTransformationAttribute
{
    private protected override object? Transform(object? value) =>
        RawValue.Unwrap(value) is FileSystemInfo file ? WildcardPattern.Escape(file.FullName) : value;
}
