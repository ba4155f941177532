using Agency.Adapter.Spool;

namespace Agency.Adapter.HubLink;

/// <summary>Knows since when the hub's messages may be missing: what users are told "as of" (protocol.md 3).</summary>
internal sealed class LinkWatch : IDisposable
{
    private readonly IHubLink link;
    private readonly TimeProvider time;
    private long lostAt;

    public LinkWatch(IHubLink link, TimeProvider time)
    {
        this.link = link;
        this.time = time;
        lostAt = time.GetUtcNow().UtcTicks;
        link.StateChanged += OnState;
    }

    /// <summary>Now while the link stands; else when it was lost, or when this process started without one.</summary>
    public DateTimeOffset AsOf => link.State == LinkState.Connected
        ? time.Now()
        : new DateTimeOffset(Interlocked.Read(ref lostAt), TimeSpan.Zero);

    public void Dispose() => link.StateChanged -= OnState;

    private void OnState(LinkState state) => Interlocked.Exchange(ref lostAt, time.GetUtcNow().UtcTicks);
}
