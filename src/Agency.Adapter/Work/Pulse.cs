namespace Agency.Adapter.Work;

/// <summary>Wakes one waiting loop. A pulse given while nobody waits is not lost; several become one.</summary>
internal sealed class Pulse(TimeProvider time)
{
    private readonly Lock gate = new();
    private TaskCompletionSource pulsed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task? end;

    /// <summary>True while the loop waits and neither a pulse nor the end of its wait has come.</summary>
    public bool IsAwaited
    {
        get
        {
            lock (gate)
            {
                return end is { IsCompleted: false } && !pulsed.Task.IsCompleted;
            }
        }
    }

    /// <summary>Wakes the loop, now or when it next waits.</summary>
    public void Set()
    {
        lock (gate)
        {
            pulsed.TrySetResult();
        }
    }

    /// <summary>Waits for a pulse, but not longer than this.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        if (atMost <= TimeSpan.Zero)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var over = Task.Delay(atMost, time, either.Token);
        Task pulse;
        lock (gate)
        {
            pulse = pulsed.Task;
            end = over;
        }

        await Task.WhenAny(pulse, over);
        lock (gate)
        {
            end = null;
        }

        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (pulsed.Task.IsCompleted)
            {
                pulsed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
