using System.IO.Compression;

namespace Axis.Contracts.Edxml;

/// <summary>
/// Inflates bytes as they are pushed. The platform's inflater pulls: it is given a source that runs dry between
/// pushes, which it answers with "nothing now" and reads on later (a test holds that).
/// </summary>
internal sealed class PushInflater : IDisposable
{
    private readonly DrySource source = new();
    private readonly DeflateStream inflate;

    public PushInflater() => inflate = new(source, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Gives the next packed bytes; call <see cref="Pull"/> until it returns 0 before giving more.</summary>
    public void Push(ReadOnlySpan<byte> packed) => source.Fill(packed);

    /// <summary>Takes unpacked bytes; 0 when more packed ones are needed, or none is left.</summary>
    /// <exception cref="InvalidDataException">The packed bytes are damaged.</exception>
    public int Pull(Span<byte> unpacked) => inflate.Read(unpacked);

    public void Dispose()
    {
        inflate.Dispose();
        source.Dispose();
    }

    private sealed class DrySource : Stream
    {
        private readonly PooledBytes bytes = new(64 * 1024);
        private int position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Fill(ReadOnlySpan<byte> more)
        {
            bytes.Clear();
            position = 0;
            bytes.Append(more);
        }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, bytes.Length - position);
            bytes.Span.Slice(position, count).CopyTo(buffer);
            position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            bytes.Dispose();
            base.Dispose(disposing);
        }
    }
}
