using Axis.Hub.Flow.Deliver;
using Microsoft.Extensions.Time.Testing;

namespace Axis.Hub.Tests.Flow;

public class RhythmTests
{
    private static readonly TimeSpan Two = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(1, 2), InlineData(2, 4), InlineData(3, 8), InlineData(4, 16), InlineData(5, 32), InlineData(6, 60), InlineData(99, 60)]
    public void Repeats_after_2_4_8_up_to_60_minutes(int sends, int minutes) =>
        Rhythm.After(Two, sends).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void Repeats_only_for_an_adapter_that_was_heard_since()
    {
        var sent = FlowRows.Now;
        var now = sent.AddMinutes(3);

        Rhythm.IsDue(sent, Two, 1, sent.AddSeconds(1), now).ShouldBeTrue();
        Rhythm.IsDue(sent, Two, 1, sent.AddSeconds(-1), now).ShouldBeFalse();
        Rhythm.IsDue(sent, Two, 1, null, now).ShouldBeFalse();
        Rhythm.IsDue(sent, Two, 2, sent.AddSeconds(1), now).ShouldBeFalse();
    }

    [Fact]
    public void Leaves_an_adapter_alone_longer_each_time_its_queue_refuses()
    {
        var time = new FakeTimeProvider();
        var pauses = new AdapterPauses(time);
        var lengths = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            lengths.Add((pauses.Refused("H37") - time.GetUtcNow()).TotalSeconds);
            pauses.Refused("H37");
            pauses.IsPaused("H37").ShouldBeTrue();
            time.Advance(TimeSpan.FromSeconds(31));
            pauses.IsPaused("H37").ShouldBeFalse();
        }

        lengths.ShouldBe([1, 2, 4, 8, 16, 30, 30]);
    }
}
