using System.Runtime.InteropServices;
using System.Text;

namespace Axis.Contracts;

/// <summary>
/// Makes a folder's entries durable: on Unix a rename outlives a power cut only after an fsync of the folder (POSIX fsync), for which
/// .NET has no call. Windows journals its folders; there is nothing to do there.
/// </summary>
public static class SyncedFolder
{
    private const int ReadOnly = 0;

    /// <summary>Moves a file that was synced itself into place, replacing what is there; when it returns, the new name outlives a power cut.</summary>
    /// <param name="from">The file; its own bytes are not synced here.</param>
    /// <param name="to">Its new path on the same file system.</param>
    /// <exception cref="IOException">It cannot be moved, or the folder cannot be synced; the move may have happened.</exception>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        Sync(Path.GetDirectoryName(to)!);
    }

    /// <summary>Returns when the folder's entries, as they are now, outlive a power cut.</summary>
    /// <param name="folder">An existing folder; nothing below its entries is synced.</param>
    /// <exception cref="IOException">The folder cannot be opened or synced; the message says what the system says.</exception>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(Encoding.UTF8.GetBytes(folder + "\0"), ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"Folder {folder} cannot be opened ({Marshal.GetLastPInvokeErrorMessage()}).");
        }

        try
        {
            if (Flush(descriptor) != 0)
            {
                throw new IOException($"Folder {folder} cannot be synced ({Marshal.GetLastPInvokeErrorMessage()}).");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
