using System.Globalization;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;
using Dapper;

namespace Agency.Adapter.HubLink;

/// <summary>
/// Knows since when the hub's messages may be missing: what users are told "as of" (protocol.md 3). A broker that answers says nothing of the hub
/// behind it, so only a sign of the hub itself counts, and only while the link stands. Kept in the spool with every sign, so that a restart
/// while the hub is away does not make old states look new.
/// </summary>
internal sealed class LinkWatch
{
    private const string HeardAt = "linked";

    private readonly SpoolDatabase database;
    private long heardAt;
    private long awaySince;

    public LinkWatch(SpoolDatabase database)
    {
        this.database = database;
        var kept = database.Read(spool => spool.QueryFirstOrDefault<string>(SpoolSql.FindMeta, new { Name = HeardAt }));
        heardAt = kept is null ? 0 : long.Parse(kept, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>When the hub was last asked for a sign and gave it while the link stood; the epoch when it never did. It never goes back.</summary>
    public DateTimeOffset AsOf => Interlocked.Read(ref heardAt).Time();

    /// <summary>The first question that the hub has left without an answer; <c>null</c> when it answered the last one.</summary>
    public DateTimeOffset? AwaySince => Interlocked.Read(ref awaySince) is > 0 and var since ? since.Time() : null;

    /// <summary>Why the hub refuses this adapter, e.g. because it is suspended; <c>null</c> while it does not.</summary>
    public Finding? Refusal { get; private set; }

    /// <summary>The hub has answered.</summary>
    public void Answered()
    {
        Refusal = null;
        Interlocked.Exchange(ref awaySince, 0);
    }

    /// <summary>The hub has answered, and the link stood: whatever it had to say until it was asked is here or on its way.</summary>
    public Task RecordAsync(DateTimeOffset askedAt)
    {
        var stamp = Math.Max(askedAt.Stamp(), Interlocked.Read(ref heardAt));
        Interlocked.Exchange(ref heardAt, stamp);
        return database.WriteAsync(transaction => transaction.Execute(
            SpoolSql.SaveMeta, new { Name = HeardAt, Value = stamp.ToString(CultureInfo.InvariantCulture) }));
    }

    /// <summary>The hub has not answered, or with a refusal.</summary>
    /// <returns>True when it had until now.</returns>
    public bool Missed(DateTimeOffset askedAt, Finding? refusal)
    {
        Refusal = refusal ?? Refusal;
        return Interlocked.CompareExchange(ref awaySince, askedAt.Stamp(), 0) == 0;
    }
}
