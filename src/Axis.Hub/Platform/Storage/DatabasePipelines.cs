using Polly;
using Polly.Retry;

namespace Axis.Hub.Platform.Storage;

/// <summary>
/// The one retry owner of the database hop. Waits are real time even where the hub's clock is simulated:
/// a database comes back in its own time.
/// </summary>
internal static class DatabasePipelines
{
    /// <summary>Name of the pipeline of units of work.</summary>
    public const string Work = "database-work";

    private const int CollisionRuns = 12;

    public static void Configure(ResiliencePipelineBuilder builder, ILogger logger)
    {
        builder.TimeProvider = TimeProvider.System;
        builder.AddRetry(new RetryStrategyOptions
        {
            Name = "database-outage",
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } fault && SqlFaults.Of(fault) == SqlFault.Outage),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(30),
            OnRetry = arguments =>
            {
                StorageLog.DatabaseAway(
                    logger, arguments.Context.OperationKey, arguments.AttemptNumber + 1, arguments.RetryDelay, arguments.Outcome.Exception);
                return ValueTask.CompletedTask;
            },
        });
        builder.AddRetry(new RetryStrategyOptions
        {
            Name = "database-collision",
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } fault && SqlFaults.Of(fault) == SqlFault.Collision),
            MaxRetryAttempts = CollisionRuns,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(5),
            MaxDelay = TimeSpan.FromMilliseconds(500),
            OnRetry = arguments =>
            {
                StorageLog.Collided(logger, arguments.Context.OperationKey, arguments.AttemptNumber + 1, arguments.Outcome.Exception);
                return ValueTask.CompletedTask;
            },
        });
    }
}
