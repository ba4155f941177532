using Axis.Contracts.Sealing;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Agency.Adapter.Outgoing;

/// <summary>
/// The configured time-stamping authority behind the pipeline <see cref="Pipeline"/>: a limit for each question, and a breaker that
/// spares a package the wait while the authority is away. It does not repeat: <see cref="TimeStampPump"/> owns that. Waits
/// are real time even where the adapter's clock is simulated, for an authority comes back in its own time.
/// </summary>
internal sealed class TimeStampSource : ITimeStampAuthority
{
    /// <summary>Name of the pipeline and of its HTTP client.</summary>
    public const string Pipeline = "time-stamps";

    private const int FailuresToBreak = 4;
    private static readonly TimeSpan ShortestBreak = TimeSpan.FromMilliseconds(500);

    private readonly HttpTimeStampAuthority authority;
    private readonly ResiliencePipeline pipeline;

    public TimeStampSource(IHttpClientFactory clients, AdapterOptions options)
    {
        authority = new HttpTimeStampAuthority(clients.CreateClient(Pipeline), new Uri(options.TimeStampAuthority));
        pipeline = new ResiliencePipelineBuilder { Name = Pipeline, TimeProvider = TimeProvider.System }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                Name = "time-stamps-breaker",
                ShouldHandle = new PredicateBuilder().Handle<TimeStampAuthorityException>().Handle<TimeoutRejectedException>(),
                FailureRatio = 1,
                MinimumThroughput = FailuresToBreak,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = options.RetryLongest > ShortestBreak ? options.RetryLongest : ShortestBreak,
            })
            .AddTimeout(new TimeoutStrategyOptions { Name = "time-stamps-limit", Timeout = options.TimeStampPatience })
            .Build();
    }

    public async Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await authority.AskAsync(request, token), cancellationToken);
        }
        catch (ExecutionRejectedException rejected)
        {
            throw new TimeStampAuthorityException(rejected.Message, rejected);
        }
    }
}
