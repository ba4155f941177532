using System.Buffers.Binary;
using Axis.Benchmarks.Measuring;

namespace Axis.Benchmarks.Relays;

/// <summary>Bytes for a relay, which looks into nothing: the number and noise.</summary>
internal static class RelayPackage
{
    private const int StatusBytes = 1024;

    public static byte[] Write(int number, Load load)
    {
        var body = new byte[load.PackageBytes];
        Random.Shared.NextBytes(body);
        BinaryPrimitives.WriteInt32LittleEndian(body, number);
        return body;
    }

    public static int NumberOf(ReadOnlySpan<byte> body) => BinaryPrimitives.ReadInt32LittleEndian(body);

    /// <summary>The receiver's answer: its beginning, about as long as a status package.</summary>
    public static ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> body) => body[..Math.Min(StatusBytes, body.Length)];
}
