using System.Runtime.InteropServices;
using System.Text;

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

        if (OperatingSystem.IsWindows())
        {
            MoveUnlessThere(part, path);
            return;
        }

        // Not a move: on Unix the runtime looks whether the target is there and then renames over it, so the last of two writers would win.
        var linked = Link(Encoding.UTF8.GetBytes(part + '\0'), Encoding.UTF8.GetBytes(path + '\0')) == 0;
        var error = Marshal.GetLastPInvokeError();
        File.Delete(part);
        if (!linked && !File.Exists(path))
        {
            throw new IOException($"{path} could not be written: error {error}.");
        }
    }

    private static void MoveUnlessThere(string part, string path)
    {
        try
        {
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; its file is the one.
            File.Delete(part);
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] existing, byte[] added);
}
