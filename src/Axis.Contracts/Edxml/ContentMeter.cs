using System.Security.Cryptography;

namespace Axis.Contracts.Edxml;

/// <summary>Decodes one attachment's text and measures the decoded bytes as they pass.</summary>
internal sealed class ContentMeter(ReadLimits limits) : IDisposable
{
    private readonly ReadLimits limits = limits;
    private readonly Base64Decoder decoder = new();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long length;

    public bool HasContent => decoder.HasContent;

    /// <summary>Decodes the next text; returns the number of bytes decoded into <paramref name="output"/>.</summary>
    public int Feed(ReadOnlySpan<byte> text, Span<byte> output)
    {
        var written = decoder.Feed(text, output);
        hash.AppendData(output[..written]);
        length += written;
        return written;
    }

    public LiftedContent Finish()
    {
        var state = decoder.Finish();
        return new(length, Convert.ToHexStringLower(hash.GetHashAndReset()), state, null);
    }

    public void Dispose() => hash.Dispose();
}
