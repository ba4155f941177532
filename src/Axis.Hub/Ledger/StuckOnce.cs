using System.Security.Cryptography;
using System.Text;
using MassTransit;

namespace Axis.Hub.Ledger;

/// <summary>
/// Keeps a message that a queue gave up once, though the broker hands it over again when a hub died between recording and acknowledging it.
/// </summary>
internal static class StuckOnce
{
    /// <summary>
    /// Inserts the item under an id made of its message, unless that message is kept already. An attempt of a delivery dies once; anything else that
    /// comes again after its item was closed is an item anew.
    /// </summary>
    /// <returns>False when it was kept before; what follows from it was committed with it.</returns>
    public static async Task<bool> InsertStuckOnceAsync(this ILedgerTransaction transaction, StuckRow row, CancellationToken cancellation)
    {
        var known = await transaction.FindStuckAsync(row.StuckId, cancellation);
        if (known is { ClosedAt: null } or { DeliveryId: not null })
        {
            return false;
        }

        await transaction.InsertStuckAsync([known is null ? row : row with { StuckId = NewId.NextSequentialGuid() }], cancellation);
        return true;
    }

    /// <summary>The id of a message: UUIDv8 (RFC 9562, 5.8) of where it was and of every byte of it, so that a second look at it has the id of the first.</summary>
    public static Guid IdOf(string queue, string? adapter, string headers, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        SHA256.HashData(Encoding.UTF8.GetBytes($"{queue}\n{adapter}\n{headers}\n{Convert.ToHexStringLower(hash)}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
