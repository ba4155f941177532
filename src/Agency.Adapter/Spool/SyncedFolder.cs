using System.Runtime.InteropServices;
using System.Text;

namespace Agency.Adapter.Spool;

/// <summary>Makes a rename survive a power cut: on Unix the folder has to be synced, and .NET has no call for it.</summary>
internal static class SyncedFolder
{
    /// <summary>Moves a synced file into place, replacing what is there, and syncs the folder.</summary>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        Sync(Path.GetDirectoryName(to)!);
    }

    /// <summary>Syncs a folder's entries.</summary>
    public static void Sync(string folder)
    {
        // NTFS journals its folders; there is nothing to call.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(Encoding.UTF8.GetBytes(folder + "\0"), 0);
        if (descriptor < 0)
        {
            throw new IOException($"Folder {folder} cannot be opened for syncing ({Marshal.GetLastPInvokeErrorMessage()}).");
        }

        try
        {
            if (FSync(descriptor) != 0)
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
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
