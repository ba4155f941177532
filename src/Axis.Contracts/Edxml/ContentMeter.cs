using System.Security.Cryptography;

namespace Axis.Contracts.Edxml;

/// <summary>Decodes one attachment's text and measures the decoded bytes as they pass.</summary>
internal sealed class ContentMeter(ReadLimits limits, bool inCData) : IDisposable
{
    private readonly Base64Decoder decoder = new(references: !inCData);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] first = new byte[4];
    private ZipProbe? zip;
    private long length;

    public bool HasContent => decoder.HasContent;

    /// <summary>Decodes the next text; returns the number of bytes decoded into <paramref name="output"/>.</summary>
    public int Feed(ReadOnlySpan<byte> text, Span<byte> output)
    {
        var written = decoder.Feed(text, output);
        ReadOnlySpan<byte> decoded = output[..written];
        hash.AppendData(decoded);
        if (length < first.Length)
        {
            decoded = BeginZip(decoded);
        }

        length += written;
        zip?.Feed(decoded);
        return written;
    }

    public LiftedContent Finish()
    {
        var state = decoder.Finish();
        return new(length, Convert.ToHexStringLower(hash.GetHashAndReset()), state, state == Base64State.Sound ? zip?.Finish() : null);
    }

    public void Dispose()
    {
        hash.Dispose();
        zip?.Dispose();
    }

    /// <summary>Holds the first four bytes until they say whether a ZIP follows; returns what is left to feed.</summary>
    private ReadOnlySpan<byte> BeginZip(ReadOnlySpan<byte> decoded)
    {
        var held = (int)length;
        var taken = Math.Min(first.Length - held, decoded.Length);
        decoded[..taken].CopyTo(first.AsSpan(held));
        if (held + taken == first.Length && first.AsSpan().SequenceEqual("PK\u0003\u0004"u8))
        {
            zip = new(limits);
            zip.Feed(first);
        }

        return decoded[taken..];
    }
}
