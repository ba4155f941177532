using System.Net;
using Polly;
using Polly.Retry;

namespace Axis.TestKit.Processes;

/// <summary>
/// An agency's HTTP connection that tries again while its adapter is dead or starting. Every call of a clerk may be repeated: hand-overs carry a
/// key, acknowledgements name a delivery.
/// </summary>
internal sealed class PatientConnection : DelegatingHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly ResiliencePipeline<HttpResponseMessage> Pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddTimeout(Patience)
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            Name = "clerk",
            MaxRetryAttempts = int.MaxValue,
            Delay = TimeSpan.FromMilliseconds(50),
            ShouldHandle = static outcome => ValueTask.FromResult(
                outcome.Outcome.Exception is HttpRequestException or IOException
                || outcome.Outcome.Result?.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError),
        })
        .Build();

    private PatientConnection() : base(new SocketsHttpHandler())
    {
    }

    /// <summary>A connection of the system with this key; whoever asks for it disposes of it.</summary>
    public static HttpClient To(string endpoint, string key)
    {
        var http = new HttpClient(new PatientConnection()) { BaseAddress = new Uri(endpoint + "/"), Timeout = Patience + TimeSpan.FromMinutes(1) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return http;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await Pipeline.ExecuteAsync(
            async (state, cancellation) =>
            {
                var response = await state.Handler.SendOnceAsync(state.Request, cancellation);

                // A body that breaks off half-way is a failed call too.
                await response.Content.LoadIntoBufferAsync(cancellation);
                return response;
            },
            (Handler: this, Request: request), cancellationToken);

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellation) => base.SendAsync(request, cancellation);
}
