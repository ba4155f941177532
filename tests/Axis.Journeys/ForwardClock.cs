namespace Axis.Journeys;

/// <summary>The real clock, put forward.</summary>
internal sealed class ForwardClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
