using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Axis.Contracts.Tls;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Axis.Hub.Platform.Bus.Management;

/// <summary>
/// RabbitMQ's management API, as much of it as the hub needs. Every call states a wanted result, so all may be repeated.
/// </summary>
internal sealed class ManagementApi : IDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = true,
    };

    private readonly HttpClient http;

    /// <param name="address">Root of the API, ending in a slash.</param>
    /// <param name="user">Under whom it is called.</param>
    /// <param name="password">That user's.</param>
    /// <param name="trust">Who is believed over <c>https</c>. A call that it refuses throws <see cref="BrokerRefusedException"/>.</param>
    public ManagementApi(Uri address, string user, string password, ServerTrust trust)
    {
        var judge = trust.For(address.Host);
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { Name = "broker-management" }
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 4,
                Delay = TimeSpan.FromMilliseconds(300),
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = attempt => ValueTask.FromResult(
                    attempt.Outcome.Exception is not BrokerRefusedException && HttpClientResiliencePredicates.IsTransient(attempt.Outcome)),
            })
            .AddTimeout(TimeSpan.FromSeconds(10))
            .Build();
#pragma warning disable EXTEXP0001 // The handler is marked experimental for its constructor's shape only; the named pipeline is what is wanted.
        http = new HttpClient(new ResilienceHandler(pipeline) { InnerHandler = new RefusalHandler(judge) }) { BaseAddress = address };
#pragma warning restore EXTEXP0001
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + password)));
    }

    /// <summary>The API beside a broker, under the user of its address.</summary>
    public static ManagementApi Beside(BrokerAddress broker, string management, ServerTrust trust) =>
        new(broker.Management(management), broker.User, broker.Password, trust);

    public async Task<BrokerOverview> OverviewAsync(CancellationToken cancellation) =>
        (await FindAsync<BrokerOverview>("overview", cancellation))!;

    /// <summary>The broker machine's clock, to the second; null when it does not tell.</summary>
    public async Task<DateTimeOffset?> FindClockAsync(CancellationToken cancellation)
    {
        using var response = await http.GetAsync(new Uri("api/whoami", UriKind.Relative), cancellation);
        return response.Headers.Date;
    }

    public Task PutVirtualHostAsync(string host, CancellationToken cancellation) =>
        PutAsync($"vhosts/{Name(host)}", new { }, cancellation);

    public Task DeleteVirtualHostAsync(string host, CancellationToken cancellation) =>
        DeleteAsync($"vhosts/{Name(host)}", cancellation);

    /// <summary>Makes a user or replaces its password and tags.</summary>
    public Task PutUserAsync(string user, string password, string tags, CancellationToken cancellation) =>
        PutAsync($"users/{Name(user)}", new { Password = password, Tags = tags }, cancellation);

    /// <summary>Null when there is no such user.</summary>
    public Task<BrokerUser?> FindUserAsync(string user, CancellationToken cancellation) =>
        FindAsync<BrokerUser>($"users/{Name(user)}", cancellation);

    public Task DeleteUserAsync(string user, CancellationToken cancellation) => DeleteAsync($"users/{Name(user)}", cancellation);

    /// <summary>Sets what a user may do in a virtual host; the patterns are regular expressions.</summary>
    public Task PutRightsAsync(string host, string user, BrokerRights rights, CancellationToken cancellation) =>
        PutAsync($"permissions/{Name(host)}/{Name(user)}", rights, cancellation);

    /// <summary>Null when the user has no rights there.</summary>
    public Task<BrokerRights?> FindRightsAsync(string host, string user, CancellationToken cancellation) =>
        FindAsync<BrokerRights>($"permissions/{Name(host)}/{Name(user)}", cancellation);

    public Task DeleteRightsAsync(string host, string user, CancellationToken cancellation) =>
        DeleteAsync($"permissions/{Name(host)}/{Name(user)}", cancellation);

    /// <summary>Everybody's rights in a virtual host.</summary>
    public async Task<IReadOnlyList<BrokerUserRights>> ListRightsAsync(string host, CancellationToken cancellation) =>
        await FindAsync<List<BrokerUserRights>>($"vhosts/{Name(host)}/permissions", cancellation) ?? [];

    public Task PutPolicyAsync(string host, BrokerPolicy policy, CancellationToken cancellation) =>
        PutAsync(
            $"policies/{Name(host)}/{Name(policy.Name)}",
            new Dictionary<string, object>
            {
                ["pattern"] = policy.Pattern, ["definition"] = policy.Definition, ["priority"] = policy.Priority, ["apply-to"] = "queues",
            },
            cancellation);

    public async Task<IReadOnlyList<BrokerPolicy>> ListPoliciesAsync(string host, CancellationToken cancellation) =>
        await FindAsync<List<BrokerPolicy>>($"policies/{Name(host)}", cancellation) ?? [];

    public Task PutExchangeAsync(string host, string exchange, string type, CancellationToken cancellation) =>
        PutAsync($"exchanges/{Name(host)}/{Name(exchange)}", new Dictionary<string, object> { ["type"] = type, ["durable"] = true }, cancellation);

    public Task<BrokerExchange?> FindExchangeAsync(string host, string exchange, CancellationToken cancellation) =>
        FindAsync<BrokerExchange>($"exchanges/{Name(host)}/{Name(exchange)}", cancellation);

    public Task DeleteExchangeAsync(string host, string exchange, CancellationToken cancellation) =>
        DeleteAsync($"exchanges/{Name(host)}/{Name(exchange)}", cancellation);

    public Task PutQueueAsync(string host, string queue, IReadOnlyDictionary<string, object> arguments, CancellationToken cancellation) =>
        PutAsync($"queues/{Name(host)}/{Name(queue)}", new Dictionary<string, object> { ["durable"] = true, ["arguments"] = arguments }, cancellation);

    /// <summary>Null when there is no such queue. Counts are as old as the broker's statistics interval.</summary>
    public Task<QueueReading?> FindQueueAsync(string host, string queue, CancellationToken cancellation) =>
        FindAsync<QueueReading>($"queues/{Name(host)}/{Name(queue)}", cancellation);

    public async Task<IReadOnlyList<QueueReading>> ListQueuesAsync(string host, CancellationToken cancellation) =>
        await FindAsync<List<QueueReading>>($"queues/{Name(host)}", cancellation) ?? [];

    public Task DeleteQueueAsync(string host, string queue, CancellationToken cancellation) =>
        DeleteAsync($"queues/{Name(host)}/{Name(queue)}", cancellation);

    public Task PurgeQueueAsync(string host, string queue, CancellationToken cancellation) =>
        DeleteAsync($"queues/{Name(host)}/{Name(queue)}/contents", cancellation);

    /// <summary>Binds a queue; binding it again changes nothing.</summary>
    public Task BindAsync(string host, string exchange, string queue, string key, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, $"bindings/{Name(host)}/e/{Name(exchange)}/q/{Name(queue)}", new { RoutingKey = key }, cancellation);

    /// <summary>Keys with which a queue is bound to an exchange.</summary>
    public async Task<IReadOnlyList<string>> ListKeysAsync(string host, string exchange, string queue, CancellationToken cancellation) =>
        [.. (await FindAsync<List<BrokerBinding>>($"bindings/{Name(host)}/e/{Name(exchange)}/q/{Name(queue)}", cancellation) ?? []).Select(binding => binding.RoutingKey)];

    /// <summary>
    /// Ends a user's connections, so that rights taken away are gone at once. The broker closes what it tracks itself:
    /// the list of connections shows one only seconds after it was made, and a connection that is passed over keeps its rights.
    /// </summary>
    public async Task CloseConnectionsAsync(string user, string reason, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "api/connections/username/" + Name(user));
        request.Headers.Add("X-Reason", reason);
        using var response = await http.SendAsync(request, cancellation);
        await EnsureAsync(response, cancellation, allowAbsent: true);
    }

    public void Dispose() => http.Dispose();

    private async Task<T?> FindAsync<T>(string path, CancellationToken cancellation) where T : class
    {
        using var response = await http.GetAsync(new Uri("api/" + path, UriKind.Relative), cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await EnsureAsync(response, cancellation);
        return await response.Content.ReadFromJsonAsync<T>(Json, cancellation);
    }

    private Task PutAsync<T>(string path, T body, CancellationToken cancellation) => SendAsync(HttpMethod.Put, path, body, cancellation);

    private async Task DeleteAsync(string path, CancellationToken cancellation)
    {
        using var response = await http.DeleteAsync(new Uri("api/" + path, UriKind.Relative), cancellation);
        await EnsureAsync(response, cancellation, allowAbsent: true);
    }

    private async Task SendAsync<T>(HttpMethod method, string path, T body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, "api/" + path) { Content = JsonContent.Create(body, options: Json) };
        // Without a length RabbitMQ answers 400 to a chunked body.
        await request.Content.LoadIntoBufferAsync(cancellation);
        using var response = await http.SendAsync(request, cancellation);
        await EnsureAsync(response, cancellation);
    }

    private static async Task EnsureAsync(HttpResponseMessage response, CancellationToken cancellation, bool allowAbsent = false)
    {
        if (response.IsSuccessStatusCode || (allowAbsent && response.StatusCode == HttpStatusCode.NotFound))
        {
            return;
        }

        var request = response.RequestMessage;
        var text = await response.Content.ReadAsStringAsync(cancellation);
        throw new HttpRequestException(
            $"{request?.Method} {request?.RequestUri?.AbsolutePath}: {(int)response.StatusCode} {text}", null, response.StatusCode);
    }

    private static string Name(string name) => Uri.EscapeDataString(name);
}
