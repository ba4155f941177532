namespace Agency.Adapter.Work;

/// <summary>Wakes one waiting loop. A pulse given while nobody waits is not lost; several become one.</summary>
internal sealed class Pulse(TimeProvider time)
{
    private readonly Lock gate = new();
    private TaskCompletionSource pulsed = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

        Task pulse;
        lock (gate)
        {
            pulse = pulsed.Task;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(pulse, Task.Delay(atMost, time, end.Token));
        await end.CancelAsync();
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
