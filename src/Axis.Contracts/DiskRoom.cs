namespace Axis.Contracts;

/// <summary>Room on the disk where a folder lies, as <c>df</c> counts it: what is kept back for the system is neither used nor free. On Windows a quota is the whole disk.</summary>
/// <param name="Free">Bytes that this program may still write.</param>
/// <param name="Total">What is used and what is free, bytes.</param>
public readonly record struct DiskRoom(long Free, long Total)
{
    /// <summary>Part that is used, whole percent rounded up; <c>null</c> where the size is not known.</summary>
    public int? PercentUsed => Total > 0 ? 100 - (int)(100 * Math.Clamp((double)Free / Total, 0, 1)) : null;

    /// <summary>The room now.</summary>
    /// <exception cref="IOException">The disk cannot be read.</exception>
    public static DiskRoom Of(string folder)
    {
        var drive = new DriveInfo(Path.GetFullPath(folder));

        // Windows keeps nothing back, and tells size and room by the quota but all that is free by the disk.
        return OperatingSystem.IsWindows() ? new(drive.AvailableFreeSpace, drive.TotalSize) : Of(drive.TotalSize, drive.TotalFreeSpace, drive.AvailableFreeSpace);
    }

    /// <summary>The room of a disk of so many bytes, of which so many are free, and so many free for this program.</summary>
    public static DiskRoom Of(long size, long free, long available) => new(available, size - free + available);
}
