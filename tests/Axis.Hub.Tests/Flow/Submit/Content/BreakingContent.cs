using System.Net;

namespace Axis.Hub.Tests.Flow.Submit.Content;

/// <summary>Sends its bytes, waits until they have arrived, and fails, which resets the connection before the announced end.</summary>
internal sealed class BreakingContent(byte[] bytes, Func<Task> arrived) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
        await arrived();
        throw new IOException("The cable was pulled.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length * 2L;
        return true;
    }
}
