using Axis.Simulator.Nation;
using Axis.TestKit;

namespace Axis.Journeys.Nation;

public sealed class NationClockTests
{
    private readonly NationClock clock = new(new DateTimeOffset(2026, 2, 6, 16, 0, 0, TimeSpan.FromHours(7)));

    [Fact]
    public async Task Wakes_whoever_waits_when_it_is_moved_past_the_time_and_not_before()
    {
        var soon = Task.Delay(TimeSpan.FromMinutes(1), clock, TestContext.Current.CancellationToken);
        var late = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        await QuietAsync();
        soon.IsCompleted.ShouldBeFalse();

        clock.Advance(TimeSpan.FromTicks(1));

        await QuietAsync();
        (soon.IsCompleted, late.IsCompleted).ShouldBe((true, false));
        clock.Advance(TimeSpan.FromDays(3));
        await QuietAsync();
        late.IsCompleted.ShouldBeTrue();
        clock.GetElapsedTime(0, clock.GetTimestamp()).ShouldBe(clock.GetUtcNow() - DateTimeOffset.MinValue);
    }

    [Fact]
    public async Task A_period_that_was_slept_through_many_times_comes_once()
    {
        var rings = 0;
        await using var timer = clock.CreateTimer(_ => Interlocked.Increment(ref rings), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromDays(2));
        await QuietAsync();
        rings.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(0.5));
        await QuietAsync();
        rings.ShouldBe(1, "the next is a whole period after the last");
        clock.Advance(TimeSpan.FromSeconds(0.5));
        await QuietAsync();
        rings.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_due_at_once_rings_at_once_and_what_is_disposed_never()
    {
        var rings = new List<string>();
        await using var now = clock.CreateTimer(_ => rings.Add("now"), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await QuietAsync();
        var gone = clock.CreateTimer(_ => rings.Add("gone"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await gone.DisposeAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await QuietAsync();
        rings.ShouldBe(["now"]);
    }

    private Task QuietAsync() => Eventually.Async(() => clock.IsQuiet, cancellation: TestContext.Current.CancellationToken);
}
