namespace Axis.Hub.Platform.Work;

/// <summary>What the clocks say at one moment.</summary>
/// <param name="Wall">This machine's clock.</param>
/// <param name="Elapsed">What the clock that nobody sets has counted.</param>
/// <param name="Others">Median of the others' clocks minus this one's, heard since the last step; null when nobody was heard.</param>
/// <param name="Voices">How many were heard.</param>
internal readonly record struct ClockReading(DateTimeOffset Wall, TimeSpan Elapsed, TimeSpan? Others, int Voices);

/// <summary>Whether the clock can be gone by.</summary>
/// <param name="Last">The last reading.</param>
/// <param name="HeldSince">When it began not to be, by the clock that nobody sets; null: it is gone by.</param>
/// <param name="Step">The last step.</param>
internal sealed record ClockState(ClockReading Last, TimeSpan? HeldSince, TimeSpan Step)
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    /// <summary>How long it must run steadily where nobody confirms it.</summary>
    public static readonly TimeSpan Steady = TimeSpan.FromMinutes(10);

    /// <summary>One clock that goes wrong must not stop the watch.</summary>
    public const int Quorum = 3;

    /// <summary>
    /// Judges a reading. The clock was set when it moved otherwise than time passed; then it is gone by again once others confirm it, or after a while of steady running. Several others
    /// that all contradict it are believed without a step.
    /// </summary>
    public static ClockState Next(ClockState? before, ClockReading now)
    {
        var step = before is null ? TimeSpan.Zero : now.Wall - before.Last.Wall - (now.Elapsed - before.Last.Elapsed);
        if (step.Duration() > Tolerance)
        {
            return new(now, now.Elapsed, step);
        }

        var last = before?.Step ?? TimeSpan.Zero;
        if (now.Others is { } others && (now.Voices >= Quorum || others.Duration() <= Tolerance))
        {
            return others.Duration() <= Tolerance ? new(now, null, last) : new(now, before?.HeldSince ?? now.Elapsed, last);
        }

        return new(now, before?.HeldSince is { } since && now.Elapsed - since < Steady ? since : null, last);
    }
}

/// <summary>
/// Says whether what happens by the clock may happen. A clock that was set must not raise everything that seems overdue then; a process that was stopped or down has
/// only missed time, which is no step.
/// </summary>
internal sealed class ClockTrust(TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (TimeSpan Skew, TimeSpan At)> heard = new(StringComparer.Ordinal);
    private readonly long start = time.GetTimestamp();
    private ClockState? state;

    /// <summary>Takes what another machine's clock is ahead of this one's.</summary>
    public void Heard(string whose, TimeSpan skew)
    {
        lock (gate)
        {
            Judge();
            heard[whose] = (skew, time.GetElapsedTime(start));
        }
    }

    /// <summary>Reads the clocks and judges.</summary>
    public ClockState Read()
    {
        lock (gate)
        {
            return Judge();
        }
    }

    /// <summary>True when what is due by the clock may be done.</summary>
    public bool IsTrusted() => Read().HeldSince is null;

    private ClockState Judge()
    {
        var elapsed = time.GetElapsedTime(start);
        var fresh = heard.Values.Where(voice => elapsed - voice.At <= Fresh).Select(voice => voice.Skew).Order().ToArray();
        var next = ClockState.Next(state, new(time.GetUtcNow(), elapsed, fresh.Length == 0 ? null : fresh[fresh.Length / 2], fresh.Length));
        if (next.HeldSince == elapsed && state?.HeldSince != elapsed && next.Step != (state?.Step ?? TimeSpan.Zero))
        {
            // What was measured by the old time says nothing of the new one.
            heard.Clear();
        }

        return state = next;
    }
}
