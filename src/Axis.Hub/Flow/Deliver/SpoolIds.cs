using System.Collections.Concurrent;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Deliver;

/// <summary>
/// The spool that is current at each adapter, as far as this hub knows: its own heartbeats at once, those that other hubs
/// received within a few seconds.
/// </summary>
internal sealed class SpoolIds(ILedger ledger, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Guid> current = new(StringComparer.Ordinal);
    private long? readAt;

    public void Heard(string adapter, Guid spool) => current[adapter] = spool;

    public async ValueTask<Guid?> FindAsync(string adapter, CancellationToken cancellation)
    {
        if (readAt is not { } last || time.GetElapsedTime(last) > Life)
        {
            readAt = time.GetTimestamp();
            foreach (var link in await ledger.ReadAsync("links", static (reader, token) => reader.ListAdapterLinksAsync(token), cancellation))
            {
                if (link.SpoolId is { } spool)
                {
                    current[link.AdapterCode] = spool;
                }
            }
        }

        return current.TryGetValue(adapter, out var found) ? found : null;
    }
}
