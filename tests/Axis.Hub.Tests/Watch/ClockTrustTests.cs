using Axis.Hub.Platform.Work;

namespace Axis.Hub.Tests.Watch;

/// <summary>When this machine's clock can be gone by.</summary>
public class ClockTrustTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 5, 0, 0, TimeSpan.Zero);

    /// <summary>Readings as <c>minutes passed: minutes that the clock is off by [median of others in s x voices]</c>, and whether it is held at the end.</summary>
    [Theory]
    [InlineData("0:0", false)]
    [InlineData("0:0 1:0 2:0", false)]
    [InlineData("0:0 1:120", true)]
    [InlineData("0:0 1:-120", true)]
    [InlineData("0:0 1:120 5:120 10:120", true)]
    [InlineData("0:0 1:120 5:120 11:120", false)]
    [InlineData("0:0 1:120 5:0 11:0", true)]
    [InlineData("0:0 1:120 5:0 16:0", false)]
    [InlineData("0:0 1:120 2:120/0x1", false)]
    [InlineData("0:0 1:120 2:120/-7200x1 12:120/-7200x2", false)]
    [InlineData("0:0 1:120 2:120/-7200x3 60:120/-7200x3", true)]
    [InlineData("0:0/0x5 1:0/-7200x5", true)]
    [InlineData("0:0/0x5 1:0/-7200x2", false)]
    [InlineData("0:0/-7200x3", true)]
    [InlineData("0:0/-7200x3 1:0/30x3", false)]
    [InlineData("0:0 900:0", false)]
    [InlineData("0:0 1:0.9 2:0.9", false)]
    public void Holds_after_a_step_until_the_new_time_is_confirmed(string readings, bool isHeld)
    {
        var state = readings.Split(' ').Aggregate((ClockState?)null, (before, text) => ClockState.Next(before, Read(text)));

        (state!.HeldSince is not null).ShouldBe(isHeld);
    }

    [Fact]
    public void What_was_heard_before_a_step_confirms_nothing()
    {
        var clock = new StepClock();
        var trust = new ClockTrust(clock);
        trust.Heard("G22", TimeSpan.Zero);
        trust.IsTrusted().ShouldBeTrue();

        clock.Step(TimeSpan.FromHours(2));
        trust.IsTrusted().ShouldBeFalse();
        trust.IsTrusted().ShouldBeFalse();
        trust.Heard("G22", TimeSpan.FromSeconds(1));
        trust.IsTrusted().ShouldBeTrue();
    }

    private static ClockReading Read(string text)
    {
        var (passed, rest) = (text.Split(':')[0], text.Split(':')[1].Split('/'));
        var elapsed = TimeSpan.FromMinutes(Number(passed));
        var wall = Noon + elapsed + TimeSpan.FromMinutes(Number(rest[0]));
        return rest.Length == 1 ? new(wall, elapsed, null, 0) : new(wall, elapsed, TimeSpan.FromSeconds(Number(rest[1].Split('x')[0])), (int)Number(rest[1].Split('x')[1]));
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
