using Microsoft.Extensions.Time.Testing;

namespace Axis.Hub.Tests.Watch;

/// <summary>A clock that can be set while time passes as before.</summary>
/// <param name="passing">The clock by which time passes.</param>
internal sealed class StepClock(FakeTimeProvider passing) : TimeProvider
{
    private TimeSpan off;

    public StepClock()
        : this(new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.Zero)))
    {
    }

    public override long TimestampFrequency => passing.TimestampFrequency;

    public void Step(TimeSpan by) => off += by;

    public override DateTimeOffset GetUtcNow() => passing.GetUtcNow() + off;

    public override long GetTimestamp() => passing.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => passing.CreateTimer(callback, state, dueTime, period);
}
