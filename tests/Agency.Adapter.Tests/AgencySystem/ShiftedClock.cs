namespace Agency.Adapter.Tests.AgencySystem;

/// <summary>The real clock, put forward.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
