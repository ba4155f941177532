using System.Net;
using Axis.Contracts;

namespace Agency.Adapter.HubLink;

/// <summary>The rest of a content from where its stream stands, sent block by block.</summary>
internal sealed class UploadBody(Stream content) : HttpContent
{
    private const int Block = 128 * 1024;

    private readonly long length = content.Length - content.Position;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var block = new byte[Block];
        int count;
        while ((count = await content.ReadAsync(block, cancellationToken)) > 0)
        {
            await stream.WriteAsync(block.AsMemory(0, count), cancellationToken);
            CrashPoint.Pass(AdapterCrashPoints.UploadBlock);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = this.length;
        return true;
    }
}
