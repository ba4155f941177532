using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Axis.Hub.Platform.Content;

/// <summary>
/// Makes a folder's entries durable: on Unix a rename outlives a power cut only after an fsync of the folder, which .NET does not
/// offer. Windows journals them.
/// </summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(Encoding.UTF8.GetBytes(folder + "\0"), ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"Folder {folder} cannot be opened.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }

        try
        {
            if (Flush(descriptor) != 0)
            {
                throw new IOException($"Folder {folder} cannot be synced.", new Win32Exception(Marshal.GetLastPInvokeError()));
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
