using System.Data.Common;
using System.Net.Sockets;
using Axis.Hub.Platform.Storage;
using Polly;
using Polly.Retry;

namespace Axis.Hub.Platform.Bus;

/// <summary>
/// Infrastructure failure never faults a message: the work is held and tried again, backing off to 30 s, without end (protocol.md 8).
/// </summary>
internal sealed class HoldPolicy
{
    private readonly ResiliencePipeline pipeline;

    private readonly CancellationToken stopping;

    public HoldPolicy(TimeProvider time, IHostApplicationLifetime lifetime, ILogger<HoldPolicy> log)
    {
        stopping = lifetime.ApplicationStopping;
        pipeline = new ResiliencePipelineBuilder { Name = "hold", TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                // Nobody asked for a cancellation then: something inside has run into its own time limit.
                ShouldHandle = attempt => ValueTask.FromResult(
                    attempt.Outcome.Exception is { } failure && !attempt.Context.CancellationToken.IsCancellationRequested
                    && (failure is OperationCanceledException || IsInfrastructure(failure))),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(30),
                UseJitter = true,
                OnRetry = retry =>
                {
                    BusLog.Holding(log, retry.AttemptNumber + 1, retry.Outcome.Exception);
                    return default;
                },
            })
            .Build();
    }

    /// <summary>
    /// Completes when <paramref name="work"/> has; throws what is not the infrastructure's, and a cancellation when the hub stops:
    /// MassTransit itself would wait for the work and keep its messages from other hubs meanwhile.
    /// </summary>
    public async Task ExecuteAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping);
        await pipeline.ExecuteAsync(async token => await work(token), either.Token);
    }

    /// <summary>
    /// True for what goes away by waiting: database, disk, network, broker, and a row that others keep changing. Values that the database
    /// will never take do not: their message must not hold all others up.
    /// </summary>
    public static bool IsInfrastructure(Exception failure) => (failure is DbException && SqlFaults.Of(failure) != SqlFault.Data) || failure is
        IOException or SocketException or TimeoutException or HttpRequestException or PublishRefusedException
        or UnauthorizedAccessException or WorkConflictException
        || (failure is AggregateException { InnerExceptions: { } inner } && inner.All(IsInfrastructure));
}
