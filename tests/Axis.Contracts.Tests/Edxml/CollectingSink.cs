using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>Keeps every attachment's bytes.</summary>
internal sealed class CollectingSink : IAttachmentSink
{
    private readonly Dictionary<int, MemoryStream> contents = [];

    public byte[] this[int index] => contents[index].ToArray();

    public bool Wants(int index) => true;

    public async ValueTask WriteAsync(int index, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (!contents.TryGetValue(index, out var content))
        {
            contents[index] = content = new();
        }

        await content.WriteAsync(bytes, ct);
    }
}
