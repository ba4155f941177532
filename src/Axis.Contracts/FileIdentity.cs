using System.Runtime.InteropServices;
using System.Text;

namespace Axis.Contracts;

/// <summary>Which file a path leads to: two paths of one identity are two names of one file (hard links).</summary>
/// <param name="Device">Device that the file lies on.</param>
/// <param name="Number">Its inode there.</param>
/// <param name="Names">How many names it has.</param>
internal readonly record struct FileIdentity(ulong Device, ulong Number, uint Names)
{
    // statx(2): its answer has the same shape on every machine, which stat(2) has not.
    private const int CurrentFolder = -100;
    private const int DoNotFollow = 0x100;
    private const uint Wanted = 0x100 | 0x4;
    private const int Length = 256;
    private const int MaskAt = 0;
    private const int NamesAt = 16;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;

    /// <summary>The identity, or <c>null</c> when there is no such file, or the system does not tell.</summary>
    public static FileIdentity? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var told = new byte[Length];
        try
        {
            if (StatX(CurrentFolder, Encoding.UTF8.GetBytes(path + "\0"), DoNotFollow, Wanted, told) != 0)
            {
                return null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library.
            return null;
        }

        return (MemoryMarshal.Read<uint>(told.AsSpan(MaskAt)) & Wanted) != Wanted
            ? null
            : new(MemoryMarshal.Read<ulong>(told.AsSpan(DeviceAt)), MemoryMarshal.Read<ulong>(told.AsSpan(InodeAt)), MemoryMarshal.Read<uint>(told.AsSpan(NamesAt)));
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, byte[] path, int flags, uint wanted, byte[] told);
}
