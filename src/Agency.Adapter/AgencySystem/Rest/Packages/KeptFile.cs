using System.Buffers;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>A file of a form on the disk, until whoever keeps it deletes it.</summary>
/// <param name="name">Name for the receiver.</param>
/// <param name="path">Where it lies.</param>
internal sealed class KeptFile(string name, string path)
{
    private const int Block = 128 * 1024;

    public string Name => name;

    public string Path => path;

    /// <summary>Bytes taken in.</summary>
    public long Length { get; private set; }

    public AttachmentDraft Attachment => new(Name, () => File.OpenRead(Path));

    /// <summary>Takes the bytes in; false when there are more than the limit, and then not all of them are there.</summary>
    public async Task<bool> FillAsync(Stream content, long limit, CancellationToken cancellation)
    {
        await using var file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
        var block = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            int count;
            while ((count = await content.ReadAsync(block, cancellation)) > 0)
            {
                Length += count;
                if (Length > limit)
                {
                    return false;
                }

                await file.WriteAsync(block.AsMemory(0, count), cancellation);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
