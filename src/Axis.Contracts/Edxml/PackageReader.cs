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
}
