using System.Collections.Concurrent;

namespace Agency.Adapter.Work;

/// <summary>The bells of the adapter's loops: who writes work into the spool rings, the loop finds it.</summary>
internal sealed class Pulses(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Agency, string Way), Pulse> tell = [];

    public Pulse TimeStamp { get; } = new(time);

    public Pulse Submit { get; } = new(time);

    public Pulse Upload { get; } = new(time);

    public Pulse Reread { get; } = new(time);

    public Pulse Fetch { get; } = new(time);

    public Pulse Verify { get; } = new(time);

    public Pulse Place { get; } = new(time);

    public Pulse Acknowledge { get; } = new(time);

    /// <summary>Of the loop that tells an agency's system of alerts by one way.</summary>
    public Pulse Tell(string agency, string way) => tell.GetOrAdd((agency, way), _ => new(time));
}
