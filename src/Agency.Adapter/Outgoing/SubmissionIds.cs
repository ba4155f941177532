using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Agency.Adapter.Outgoing;

/// <summary>
/// Submission ids (protocol.md 4): UUIDv5 (RFC 9562, 5.5), so that a repeat after any crash has the id of the first try.
/// The namespace is the agency's own, made of its configured code; a key and a hash cannot meet, for each is named.
/// </summary>
internal static class SubmissionIds
{
    private static readonly Guid Agencies = new("0f6f0a52-93c1-5b0e-9a57-3b1f5a9c1d10");

    /// <summary>Id under a key chosen by the agency's system.</summary>
    public static Guid OfKey(string agency, string key) => Make(Make(Agencies, agency), "key:" + key);

    /// <summary>Id of bytes without a key.</summary>
    public static Guid OfBytes(string agency, string sha256, int generation) =>
        Make(Make(Agencies, agency), string.Create(CultureInfo.InvariantCulture, $"package:{sha256}:{generation}"));

    /// <summary>Id of the automatic 01 of a delivery (protocol.md 3).</summary>
    public static Guid OfArrival(Guid deliveryId) => Make(deliveryId, "01");

    /// <summary>UUIDv5 of a name in a namespace.</summary>
    internal static Guid Make(Guid space, string name)
    {
        var input = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(16));

        // RFC 9562 fixes SHA-1 for this version; it names, it protects nothing.
#pragma warning disable CA5350
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0FFF) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
