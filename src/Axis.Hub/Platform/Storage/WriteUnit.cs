namespace Axis.Hub.Platform.Storage;

/// <summary>A unit of work that waits for a writer to run it, in whatever task that runs, under the execution context of who asked for it.</summary>
internal abstract class WriteUnit
{
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private int isTaken;

    /// <summary>What the work threw; it leaves nothing behind.</summary>
    public Exception? Failure { get; private set; }

    public abstract bool IsEnded { get; }

    /// <summary>Takes it for a run; false when it was given up or taken before.</summary>
    public bool Take() => Interlocked.Exchange(ref isTaken, 1) == 0;

    /// <summary>Runs the work; what it throws is its <see cref="Failure"/>.</summary>
    public async Task RunAsync(ISqlSession session)
    {
        Failure = null;
        try
        {
            await StartAsync(session);
        }
        catch (Exception exception)
        {
            Failure = exception;
        }
    }

    /// <summary>Answers who asked for it: a failure, or without one its result, which is durable now.</summary>
    public abstract void End(Exception? failure);

    protected abstract Task WorkAsync(ISqlSession session);

    private Task StartAsync(ISqlSession session)
    {
        if (context is null)
        {
            return WorkAsync(session);
        }

        var started = Task.CompletedTask;
        ExecutionContext.Run(context, _ => started = WorkAsync(session), null);
        return started;
    }
}

/// <summary>A unit of work with a result.</summary>
internal sealed class WriteUnit<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation) : WriteUnit
{
    private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Outcome => outcome.Task;

    public override bool IsEnded => outcome.Task.IsCompleted;

    public override void End(Exception? failure)
    {
        if (failure is not null)
        {
            outcome.TrySetException(failure);
        }
        else
        {
            outcome.TrySetResult(result);
        }
    }

    protected override async Task WorkAsync(ISqlSession session) => result = await work(session, cancellation);
}
