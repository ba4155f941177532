namespace Agency.Adapter.Work;

/// <summary>The bells of the adapter's loops: who writes work into the spool rings, the loop finds it.</summary>
internal sealed class Pulses(TimeProvider time)
{
    public Pulse TimeStamp { get; } = new(time);

    public Pulse Submit { get; } = new(time);

    public Pulse Upload { get; } = new(time);

    public Pulse Reread { get; } = new(time);

    public Pulse Fetch { get; } = new(time);

    public Pulse Verify { get; } = new(time);

    public Pulse Place { get; } = new(time);

    public Pulse Acknowledge { get; } = new(time);
}
