using System.Text;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>A package with one attachment of any size, made while it is read, so that a test can tell who holds memory.</summary>
internal sealed class GeneratedPackageStream(long base64Length, string pattern = "QUJDREVGR0hJSktMTU5P") : Stream
{
    private static readonly (byte[] Before, byte[] After) Ends = Split();
    private readonly byte[] repeated = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(pattern, 1000)));
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => Ends.Before.Length + base64Length + Ends.After.Length;

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var (part, offset) = position < Ends.Before.Length ? (Ends.Before, position)
            : position < Ends.Before.Length + base64Length ? (repeated, (position - Ends.Before.Length) % repeated.Length)
            : (Ends.After, position - Ends.Before.Length - base64Length);
        var left = ReferenceEquals(part, repeated) ? Math.Min(part.Length - offset, Ends.Before.Length + base64Length - position) : part.Length - offset;
        var count = (int)Math.Min(left, buffer.Length);
        part.AsSpan((int)offset, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static (byte[] Before, byte[] After) Split()
    {
        var text = Sample.Edoc;
        var at = text.IndexOf("SGFp", StringComparison.Ordinal);
        return (Encoding.UTF8.GetBytes(text[..at]), Encoding.UTF8.GetBytes(text[(at + 4)..]));
    }
}
