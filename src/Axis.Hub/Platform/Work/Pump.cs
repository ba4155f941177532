using Polly;
using Polly.Retry;

namespace Axis.Hub.Platform.Work;

/// <summary>
/// A loop that works off what the ledger owes: at once when its bell rings, else every period. A turn that fails is repeated
/// with back-off up to 30 s, without end, and the readiness of the hub says so meanwhile.
/// </summary>
internal abstract class Pump(string name, TimeSpan period, PumpStates states, TimeProvider time, ILogger logger) : BackgroundService
{
    private readonly Bell bell = new();
    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = time, Name = name }
        .AddRetry(new RetryStrategyOptions
        {
            // A cancellation that the hub's end has not asked for is a time limit somewhere inside.
            ShouldHandle = turn => ValueTask.FromResult(turn.Outcome.Exception is not null && !turn.Context.CancellationToken.IsCancellationRequested),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(30),
            OnRetry = retry =>
            {
                states.Failed(name, retry.Outcome.Exception!);
                WorkLog.TurnFailed(logger, retry.Outcome.Exception!, name, retry.AttemptNumber + 1);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    private long turns;

    /// <summary>Turns begun so far.</summary>
    public long Turns => Interlocked.Read(ref turns);

    /// <summary>True when it waits for its bell or its period, and neither has come: nothing happens here before somebody rings or the clock moves.</summary>
    public bool IsAtRest => bell.IsAwaited;

    protected TimeProvider Time { get; } = time;

    protected ILogger Logger { get; } = logger;

    /// <summary>There is something to do.</summary>
    public void Ring() => bell.Ring();

    /// <summary>One turn; true when there is more to do at once.</summary>
    protected internal abstract Task<bool> TurnAsync(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref turns);
            if (!await pipeline.ExecuteAsync(static async (pump, token) => await pump.TurnAsync(token), this, stoppingToken))
            {
                states.Worked(name);
                await bell.WaitAsync(period, Time, stoppingToken);
            }
        }
    }
}
