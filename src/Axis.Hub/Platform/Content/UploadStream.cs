using System.Security.Cryptography;
using Axis.Contracts;
using Microsoft.Win32.SafeHandles;

namespace Axis.Hub.Platform.Content;

/// <summary>
/// Content as its reader sees it: first what an earlier upload left in the file, then the request's body, which is written to the file
/// before it is handed on. Everything is hashed on the way.
/// </summary>
internal sealed class UploadStream(SafeFileHandle file, long kept, Stream body, long limit) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    /// <summary>Lower-case hex SHA-256 of everything handed on.</summary>
    public string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        if (position < kept)
        {
            count = await RandomAccess.ReadAsync(
                file, buffer[..(int)Math.Min(buffer.Length, kept - position)], position, cancellationToken);
        }
        else
        {
            count = await body.ReadAsync(buffer, cancellationToken);
            if (position + count > limit)
            {
                throw new UploadTooLargeException();
            }

            await RandomAccess.WriteAsync(file, buffer[..count], position, cancellationToken);
            CrashPoint.Pass(HubCrashPoints.ContentHalf);
        }

        hash.AppendData(buffer.Span[..count]);
        position += count;
        return count;
    }

    /// <summary>Takes the rest, for a reader that had seen enough.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        byte[] chunk = new byte[64 * 1024];
        while (await ReadAsync(chunk, cancellation) > 0)
        {
            // Written and hashed by the reading itself.
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>The body went past the limit; never leaves the store.</summary>
internal sealed class UploadTooLargeException : Exception;
