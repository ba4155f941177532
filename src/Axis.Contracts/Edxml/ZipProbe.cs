using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Axis.Contracts.Edxml;

/// <summary>
/// Looks into a ZIP while it streams past: unpacks its first entry within the caps and compares it with the directory.
/// Nothing is held but the header and the end of the archive.
/// </summary>
internal sealed class ZipProbe(ReadLimits limits, Action<ReadOnlySpan<byte>>? unpacked = null) : IDisposable
{
    private const int HeaderLength = 30;
    private const int RatioJudgedFrom = 1024 * 1024;

    private readonly ZipDirectory directory = new();
    private readonly PooledBytes header = new(512);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private PushInflater? inflater;
    private Crc32 crc32;
    private ZipState state = ZipState.Sound;
    private bool headerRead;
    private bool streamed;
    private long bodyStart, storedLeft, packedBytes, length, headerSize;
    private byte[] name = [];

    /// <summary>Takes the next bytes of the archive.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        directory.Feed(bytes);
        if (!headerRead)
        {
            bytes = FeedHeader(bytes);
        }

        if (headerRead && state == ZipState.Sound && !bytes.IsEmpty)
        {
            FeedBody(bytes);
        }
    }

    /// <summary>What the archive is.</summary>
    public ZipContent Finish()
    {
        var single = directory.SingleEntry();
        single = single is not null && single.Name.AsSpan().SequenceEqual(name) ? single : null;
        if (state == ZipState.Sound)
        {
            // The directory proves that nothing was cut or changed, and that nothing lies hidden before it.
            var gap = single is null ? 0 : single.DirectoryStart - bodyStart - single.Packed;
            var whole = headerRead && storedLeft == 0 && directory.HasEnd;
            var agrees = single is null
                || (single.Unpacked == length && single.Crc32 == crc32.Value && (streamed ? gap is 12 or 16 or 24 : gap == 0));
            state = whole && agrees ? ZipState.Sound : ZipState.Damaged;
        }

        return new(NameText(), state, single is not null, length,
            state == ZipState.Sound ? Convert.ToHexStringLower(hash.GetHashAndReset()) : null);
    }

    public void Dispose()
    {
        header.Dispose();
        hash.Dispose();
        inflater?.Dispose();
    }

    private ReadOnlySpan<byte> FeedHeader(ReadOnlySpan<byte> bytes)
    {
        headerSize = headerSize == 0 ? HeaderLength : headerSize;
        while (!headerRead && !bytes.IsEmpty)
        {
            var taken = (int)Math.Min(bytes.Length, headerSize - header.Length);
            header.Append(bytes[..taken]);
            bytes = bytes[taken..];
            if (header.Length < headerSize)
            {
                break;
            }

            var head = header.Span;
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]);
            headerSize = HeaderLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
            if (header.Length == headerSize)
            {
                Begin(head, nameLength);
            }
        }

        return bytes;
    }

    private void Begin(ReadOnlySpan<byte> head, int nameLength)
    {
        headerRead = true;
        bodyStart = headerSize;
        name = head.Slice(HeaderLength, nameLength).ToArray();
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(head[6..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]);
        streamed = (flags & 8) != 0;
        var encrypted = (flags & 1) != 0;
        if (encrypted || method is not (0 or 8) || (method == 0 && streamed))
        {
            state = ZipState.Unsupported;
        }
        else if (method == 8)
        {
            inflater = new();
        }
        else
        {
            storedLeft = BinaryPrimitives.ReadUInt32LittleEndian(head[18..]);
        }
    }

    private void FeedBody(ReadOnlySpan<byte> bytes)
    {
        packedBytes += bytes.Length;
        if (inflater is null)
        {
            var stored = bytes[..(int)Math.Min(bytes.Length, storedLeft)];
            storedLeft -= stored.Length;
            Unpack(stored);
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            inflater.Push(bytes);
            int count;
            while (state == ZipState.Sound && (count = inflater.Pull(buffer)) > 0)
            {
                Unpack(buffer.AsSpan(0, count));
            }
        }
        catch (InvalidDataException)
        {
            // The expected end of damaged content; it is named in the verdict.
            state = ZipState.Damaged;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Unpack(ReadOnlySpan<byte> bytes)
    {
        length += bytes.Length;
        if (length > limits.MaxExpandedBytes || (length > RatioJudgedFrom && length / limits.MaxExpansionRatio > packedBytes))
        {
            state = ZipState.TooLarge;
            return;
        }

        hash.AppendData(bytes);
        crc32.Append(bytes);
        unpacked?.Invoke(bytes);
    }

    private string NameText() => Utf8.IsValid(name) ? Encoding.UTF8.GetString(name) : Encoding.Latin1.GetString(name);
}
