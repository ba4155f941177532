using System.Buffers;

namespace Axis.Contracts.Edxml;

/// <summary>
/// Reads an edXML package (QCVN 102:2016/BTTTT) in one pass. Attachments are decoded, measured and hashed while they
/// stream and never held; what is held is bounded by <see cref="ReadLimits.MaxStructureBytes"/>. Every input, however
/// broken, ends in a package or in a coded refusal; only the input stream's and the sink's own failures are thrown.
/// </summary>
public static class PackageReader
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Reads a package that arrives.</summary>
    /// <param name="edxml">The package bytes; read to their end (or to the size limit), not disposed.</param>
    /// <param name="limits">Caps.</param>
    /// <param name="sink">Takes decoded attachments, or <c>null</c>.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<ReadOutcome> ReadAsync(Stream edxml, ReadLimits limits, IAttachmentSink? sink, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edxml);
        ArgumentNullException.ThrowIfNull(limits);
        using var pass = new ReadingPass(limits, sink);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int count;
            while (!pass.IsOver && (count = await edxml.ReadAsync(chunk, ct)) > 0)
            {
                pass.Take(chunk.AsSpan(0, count));
                await pass.HandOutAsync(ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return pass.Finish();
    }

    /// <summary>Reads a package that lies in memory.</summary>
    /// <param name="edxml">The package bytes.</param>
    /// <param name="limits">Caps.</param>
    public static ReadOutcome Read(ReadOnlyMemory<byte> edxml, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        using var pass = new ReadingPass(limits, null);
        while (!pass.IsOver && !edxml.IsEmpty)
        {
            var chunk = edxml[..Math.Min(edxml.Length, ChunkBytes)];
            pass.Take(chunk.Span);
            edxml = edxml[chunk.Length..];
        }

        return pass.Finish();
    }

    /// <summary>
    /// Writes one attachment as its receiver gets it: decoded and, where <see cref="AttachmentInfo.Unpacks"/> says so, unzipped.
    /// </summary>
    /// <param name="edxml">The bytes of a package that was read before; read only as far as needed, not disposed.</param>
    /// <param name="attachment">Which one, as that reading found it.</param>
    /// <param name="to">Gets the file; not disposed.</param>
    /// <param name="limits">Caps.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The bytes are not those that were read before; part of the file may have been written.</exception>
    public static async Task ExtractAsync(Stream edxml, AttachmentInfo attachment, Stream to, ReadLimits limits, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edxml);
        ArgumentNullException.ThrowIfNull(attachment);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(limits);
        using var sink = new ExtractingSink(attachment, to, limits);
        using var pass = new ReadingPass(limits, sink);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int count;
            while (!pass.IsOver && pass.Measured(attachment.Index) is null && (count = await edxml.ReadAsync(chunk, ct)) > 0)
            {
                pass.Take(chunk.AsSpan(0, count));
                await pass.HandOutAsync(ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        if (pass.Measured(attachment.Index) != attachment.Sha256)
        {
            throw new InvalidDataException("The attachment is not the one that was read before.");
        }
    }
}
