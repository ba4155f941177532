using System.Globalization;
using Agency.Adapter.Spool;
using Dapper;

namespace Agency.Adapter.HubLink;

/// <summary>
/// Knows since when the hub's messages may be missing: what users are told "as of" (protocol.md 3). Kept in the spool with every
/// confirmed heartbeat, so that a restart while the hub is away does not make old states look new.
/// </summary>
internal sealed class LinkWatch : IDisposable
{
    private const string LinkedAt = "linked";

    private readonly SpoolDatabase database;
    private readonly IHubLink link;
    private readonly TimeProvider time;
    private long linkedAt;

    public LinkWatch(SpoolDatabase database, IHubLink link, TimeProvider time)
    {
        this.database = database;
        this.link = link;
        this.time = time;
        var kept = database.Read(spool => spool.QueryFirstOrDefault<string>(SpoolSql.FindMeta, new { Name = LinkedAt }));
        linkedAt = kept is null ? 0 : long.Parse(kept, NumberStyles.None, CultureInfo.InvariantCulture);
        link.StateChanged += OnState;
    }

    /// <summary>Now while the link stands; else when it last did; the epoch when it never has.</summary>
    public DateTimeOffset AsOf => link.State == LinkState.Connected ? time.Now() : Interlocked.Read(ref linkedAt).Time();

    /// <summary>Records that the link stands.</summary>
    public Task RecordAsync()
    {
        var now = time.Now().Stamp();
        Interlocked.Exchange(ref linkedAt, now);
        return database.WriteAsync(transaction => transaction.Execute(
            SpoolSql.SaveMeta, new { Name = LinkedAt, Value = now.ToString(CultureInfo.InvariantCulture) }));
    }

    public void Dispose() => link.StateChanged -= OnState;

    private void OnState(LinkState state)
    {
        if (state == LinkState.Disconnected)
        {
            Interlocked.Exchange(ref linkedAt, time.Now().Stamp());
        }
    }
}
