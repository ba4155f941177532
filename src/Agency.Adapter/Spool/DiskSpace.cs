using Axis.Contracts;
using Axis.Contracts.Errors;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Spool;

/// <summary>Whether the spool may grow: the reserve keeps room for the small writes that settle what was taken in already.</summary>
internal sealed class DiskSpace(AdapterOptions options)
{
    private const int NoSpaceLeft = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int SqliteFull = 13;

    /// <summary>Free bytes where the spool lies.</summary>
    public long FreeBytes => Room.Free;

    /// <summary>Room where the spool lies.</summary>
    public DiskRoom Room => DiskRoom.Of(options.SpoolFolder);

    /// <summary>True while the reserve would remain after taking in this many bytes.</summary>
    public bool HasRoomFor(long bytes) => FreeBytes - bytes >= options.DiskReserve;

    /// <summary>The coded answer.</summary>
    public static Finding Refusal => Finding.Refuse(ErrorCatalogue.SpoolFull, "");

    /// <summary>True for the fault of a disk without room.</summary>
    public static bool IsFull(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: SqliteFull }
        || (fault is IOException && (fault.HResult & 0xFFFF) == NoSpaceLeft)
        || fault.HResult == DiskFullOnWindows;
}
