namespace Axis.Simulator.Nation;

/// <summary>
/// The nation's own clock. It stands until it is moved; what waits for a time is woken when the clock is moved past it, once, however far: a move
/// over a weekend is to every part like a machine that was asleep. Moving it never runs what waits on the caller's thread.
/// </summary>
internal sealed class NationClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<Alarm> alarms = [];
    private DateTimeOffset now = start.ToUniversalTime();
    private int ringing;

    /// <summary>True when everybody who was to be woken has been woken.</summary>
    public bool IsQuiet => Volatile.Read(ref ringing) == 0;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves the clock on and wakes, in the order in which they are due, those whose time has come.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        List<Alarm> due;
        lock (gate)
        {
            now += by;
            due = [.. alarms.Where(alarm => alarm.DueAt <= now).OrderBy(alarm => alarm.DueAt)];
            due.ForEach(Again);
            ringing += due.Count;
        }

        due.ForEach(Ring);
    }

    private void Ring(Alarm alarm) => ThreadPool.UnsafeQueueUserWorkItem(
        static state =>
        {
            try
            {
                state.Alarm.Ring();
            }
            finally
            {
                Interlocked.Decrement(ref state.Clock.ringing);
            }
        },
        (Clock: this, Alarm: alarm), preferLocal: false);

    // Under the gate. Periods that were slept through are not made up for.
    private void Again(Alarm alarm)
    {
        if (alarm.Period > TimeSpan.Zero)
        {
            alarm.DueAt = now + alarm.Period;
        }
        else
        {
            alarms.Remove(alarm);
        }
    }

    private bool Set(Alarm alarm, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            alarms.Remove(alarm);
            if (dueTime == Timeout.InfiniteTimeSpan || alarm.IsDisposed)
            {
                return !alarm.IsDisposed;
            }

            (alarm.DueAt, alarm.Period) = (now + dueTime, period);
            if (dueTime > TimeSpan.Zero)
            {
                alarms.Add(alarm);
                return true;
            }

            alarms.Add(alarm);
            Again(alarm);
            ringing++;
        }

        Ring(alarm);
        return true;
    }

    private sealed class Alarm(NationClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; set; }

        public bool IsDisposed { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Set(this, dueTime, period);

        public void Dispose()
        {
            IsDisposed = true;
            clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
