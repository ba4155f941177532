using System.Buffers;

namespace Axis.Contracts.Edxml;

/// <summary>A growing byte buffer from the shared pool.</summary>
internal sealed class PooledBytes(int initial) : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(initial);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);

    public MemoryStream OpenRead() => new(bytes, 0, Length, writable: false);

    public void Append(ReadOnlySpan<byte> more)
    {
        more.CopyTo(Reserve(more.Length));
        Length += more.Length;
    }

    /// <summary>Room for at least <paramref name="count"/> bytes; call <see cref="Advance"/> with what was used.</summary>
    public Span<byte> Reserve(int count)
    {
        if (bytes.Length - Length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + count));
            Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public void Clear() => Length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }
}
