using System.Buffers.Binary;

namespace Axis.Contracts.Edxml;

/// <summary>The directory at the end of a ZIP, of which only the last bytes are kept (APPNOTE.TXT 4.3).</summary>
internal sealed class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;

    // Room for the end record, one entry with a name and extras of usual length, and a short comment.
    private readonly byte[] tail = new byte[2048];
    private int held;
    private long total;

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        total += bytes.Length;
        if (bytes.Length >= tail.Length)
        {
            bytes[^tail.Length..].CopyTo(tail);
            held = tail.Length;
            return;
        }

        var keep = Math.Min(held, tail.Length - bytes.Length);
        tail.AsSpan(held - keep, keep).CopyTo(tail);
        bytes.CopyTo(tail.AsSpan(keep));
        held = keep + bytes.Length;
    }

    /// <summary>True when the archive ends as a ZIP must; known after <see cref="SingleEntry"/>.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>
    /// The only entry of the directory, or <c>null</c> when there are more, or none that begins at the archive's first byte.
    /// </summary>
    public ZipDirectoryEntry? SingleEntry()
    {
        var bytes = tail.AsSpan(0, held);
        for (var end = held - EndLength; end >= 0; end--)
        {
            var record = bytes[end..];
            if (record.StartsWith("PK\u0005\u0006"u8) && BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == held - end - EndLength)
            {
                HasEnd = true;
                return Entry(bytes, end, record);
            }
        }

        return null;
    }

    private ZipDirectoryEntry? Entry(ReadOnlySpan<byte> bytes, int end, ReadOnlySpan<byte> record)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        if (BinaryPrimitives.ReadUInt16LittleEndian(record[10..]) != 1 || size < EntryLength || size > end)
        {
            return null;
        }

        var start = end - (int)size;
        var entry = bytes[start..end];
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
        var directoryStart = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        return entry.StartsWith("PK\u0001\u0002"u8) && EntryLength + nameLength <= entry.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]) == 0
            && directoryStart == total - held + start
                ? new(BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]), directoryStart, entry.Slice(EntryLength, nameLength).ToArray())
                : null;
    }
}

/// <summary>One entry as the directory describes it.</summary>
/// <param name="Crc32">Check sum of the unpacked bytes.</param>
/// <param name="Packed">Packed length.</param>
/// <param name="Unpacked">Unpacked length.</param>
/// <param name="DirectoryStart">Where the directory begins.</param>
/// <param name="Name">Raw name.</param>
internal sealed record ZipDirectoryEntry(uint Crc32, long Packed, long Unpacked, long DirectoryStart, byte[] Name);
