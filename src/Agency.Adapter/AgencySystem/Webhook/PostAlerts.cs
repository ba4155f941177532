using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.Alerts;
using Axis.Contracts.Errors;
using Axis.Contracts.Tls;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Webhook;

/// <summary>Posts alerts to the address of an agency's system, each call signed. Only 2xx is taken for an answer; redirects are not followed.</summary>
internal sealed class PostAlerts : IAlertWay, IDisposable
{
    /// <summary>Name of the way.</summary>
    public const string WayName = "webhook";

    private readonly WebhookOptions options;
    private readonly Uri url;
    private readonly string secret;
    private readonly ServerJudge judge;
    private readonly HttpClient http;
    private readonly TimeProvider time;

    public PostAlerts(AgencyOptions agency, TimeProvider time)
    {
        this.time = time;
        Agency = agency;
        options = agency.Webhook;
        url = new Uri(options.Url);
        secret = options.ReadSecret();
        judge = ServerTrust.Load(options.RootsPath).For(url.Host);
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.Patience,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            SslOptions = judge.Options(),
        })
        {
            // Every call carries its own patience.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public string Name => WayName;

    public AgencyOptions Agency { get; }

    public TimeSpan? Patience { get; } = TimeSpan.FromDays(3);

    public void Dispose() => http.Dispose();

    public async Task<Finding?> TellAsync(Alert alert, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var call = CallOf(alert);
        try
        {
            using var answer = await http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return answer.IsSuccessStatusCode
                ? null
                : Finding.Refuse(ErrorCatalogue.WebhookRefused, "", url.Authority, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
        }
        catch (HttpRequestException away)
        {
            return judge.Explain(away) ?? Finding.Refuse(ErrorCatalogue.WebhookUnreached, "", url.Authority, away.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Finding.Refuse(
                ErrorCatalogue.WebhookUnreached, "", url.Authority, string.Create(CultureInfo.InvariantCulture, $"{options.Patience.TotalSeconds:0.###} s"));
        }
    }

    /// <summary>What an agency's system was posted is its own.</summary>
    public Task<Finding?> ForgetAsync(Alert alert, CancellationToken cancellation) => Task.FromResult<Finding?>(null);

    private HttpRequestMessage CallOf(Alert alert)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(alert, RestJson.Options);
        var now = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var call = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        call.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        call.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(secret, now, body));
        call.Headers.Add(WebhookSignature.TimeHeader, now);
        call.Headers.Add(WebhookSignature.EventHeader, "alert");
        call.Headers.Add(WebhookSignature.DeliveryHeader, string.Create(CultureInfo.InvariantCulture, $"{alert.AlertId}/{alert.Version}"));
        return call;
    }
}
