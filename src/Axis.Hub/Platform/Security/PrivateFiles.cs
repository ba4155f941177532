using System.Text;
using Axis.Contracts;

namespace Axis.Hub.Platform.Security;

/// <summary>Files that only their owner may read.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            // Inherits the rights of the profile it lies in.
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerFolder);
        }
    }

    /// <summary>Writes a file whole or not at all; one that is there already stays.</summary>
    public static void WriteNew(string path, string text)
    {
        string part = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        using (var stream = new FileStream(part, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        if (!SyncedFolder.TryMove(part, path))
        {
            File.Delete(part);
            if (!File.Exists(path))
            {
                throw new IOException($"{path} could not be written: its file system has no links.");
            }
        }
    }
}
