namespace Agency.Adapter.Telemetry;

/// <summary>Writes onto every HTTP call of this adapter whose it is: .NET makes the spans of calls in one source for the whole process.</summary>
internal sealed class MarkCalls(AdapterOptions options) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<string> Caller = new(AdapterActivity.Adapter);

    /// <summary>Code of the adapter that makes this call; <c>null</c> when it is of somebody else in the process.</summary>
    public static string? CallerOf(HttpRequestMessage call) => call.Options.TryGetValue(Caller, out var code) ? code : null;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.Set(Caller, options.Code);
        return base.SendAsync(request, cancellationToken);
    }
}
