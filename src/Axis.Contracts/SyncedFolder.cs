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

    private const int Taken = 17;

    /// <summary>EEXIST, and what a file system without links answers: EPERM, EMLINK, ENOSYS, EOPNOTSUPP (Linux, then macOS).</summary>
    private static readonly int[] LinkRefusals = [Taken, 1, 31, 38, 95, 78, 45, 102];

    /// <summary>Moves a file that was synced itself into place, replacing what is there; when it returns, the new name outlives a power cut.</summary>
    /// <param name="from">The file; its own bytes are not synced here.</param>
    /// <param name="to">Its new path on the same file system.</param>
    /// <exception cref="IOException">It cannot be moved, or the folder cannot be synced; the move may have happened.</exception>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        Sync(Path.GetDirectoryName(to)!);
    }

    /// <summary>
    /// Moves a file that was synced itself to a name that is free; never takes a name from another file, whoever makes it and when. On Unix
    /// by link(2), which fails where the name is taken: the runtime's own move looks first and then renames over what may have come between.
    /// A crash half-way leaves the file under both names; on Linux the next call then ends the move.
    /// </summary>
    /// <param name="from">The file; its own bytes are not synced here.</param>
    /// <param name="to">Its new path on the same file system.</param>
    /// <returns>False when the name is taken, or the file system has no links; the file is where it was.</returns>
    /// <exception cref="IOException">It cannot be moved, or the folder cannot be synced; the move may have happened.</exception>
    public static bool TryMove(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            try
            {
                File.Move(from, to, overwrite: false);
                return true;
            }
            catch (IOException) when (File.Exists(to))
            {
                return false;
            }
        }

        if (Link(Encoding.UTF8.GetBytes(from + "\0"), Encoding.UTF8.GetBytes(to + "\0")) != 0)
        {
            var refusal = Marshal.GetLastPInvokeError();
            if (!LinkRefusals.Contains(refusal))
            {
                throw new IOException($"{from} cannot be moved to {to} ({Marshal.GetLastPInvokeErrorMessage()}).");
            }

            // Two names of one file, and not one name spelled twice.
            if (refusal != Taken || FileIdentity.Of(from) is not { Names: > 1 } moving || moving != FileIdentity.Of(to))
            {
                return false;
            }
        }

        // The new name first: a power cut that forgets it must not have taken the old one.
        Sync(Path.GetDirectoryName(to)!);
        File.Delete(from);
        return true;
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

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] existing, byte[] added);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
