namespace Axis.Contracts.Edxml;

/// <summary>Writes one attachment on, unzipped where the rule says so.</summary>
internal sealed class ExtractingSink : IAttachmentSink, IDisposable
{
    private readonly AttachmentInfo attachment;
    private readonly Stream to;
    private readonly PooledBytes unpacked = new(64 * 1024);
    private readonly ZipProbe? zip;

    public ExtractingSink(AttachmentInfo attachment, Stream to, ReadLimits limits)
    {
        this.attachment = attachment;
        this.to = to;
        zip = attachment.Unpacks ? new(limits, unpacked.Append) : null;
    }

    public bool Wants(int index) => index == attachment.Index;

    public async ValueTask WriteAsync(int index, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (zip is null)
        {
            await to.WriteAsync(bytes, ct);
            return;
        }

        zip.Feed(bytes.Span);
        await to.WriteAsync(unpacked.Memory, ct);
        unpacked.Clear();
    }

    public void Dispose()
    {
        zip?.Dispose();
        unpacked.Dispose();
    }
}
