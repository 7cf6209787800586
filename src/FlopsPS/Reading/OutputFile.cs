using System.IO;
using System.Text;
using FlopsPS.Networks;

namespace FlopsPS.Reading;

/// <summary>Writes text files as cmdlets do that write.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file, in UTF-8 without a mark.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="force">Whether a file that is read-only is written all the same; it stays read-only.</param>
    /// <param name="noClobber">Whether a file that is there is to stay as it is.</param>
    /// <exception cref="NetworkException">The file is to stay, is read-only, or its folder is not there.</exception>
    public static void Write(string path, string text, bool force, bool noClobber)
    {
        var file = new FileInfo(path);
        if (noClobber && file.Exists)
        {
            throw Unwritable($"'{path}' is there already; leave -NoClobber out to overwrite it");
        }

        if (Directory.Exists(path))
        {
            throw Unwritable($"'{path}' is a folder; name the file in it");
        }

        if (!file.Directory.Exists)
        {
            throw Unwritable($"There is no folder '{file.DirectoryName}'; make it first");
        }

        bool isReadOnly = file.Exists && file.IsReadOnly;
        if (isReadOnly && !force)
        {
            throw Unwritable($"'{path}' is read-only; -Force overwrites it");
        }

        if (isReadOnly)
        {
            file.IsReadOnly = false;
        }

        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        finally
        {
            if (isReadOnly)
            {
                file.IsReadOnly = true;
            }
        }
    }

    private static NetworkException Unwritable(string reason) => new(ErrorCode.FileUnwritable, reason + ".");
}
