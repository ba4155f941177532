using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Axis.Contracts.Wire;

namespace Axis.Simulator.Clerks;

/// <summary>An agency's document system: speaks to its adapter over REST and nothing else.</summary>
internal sealed class AgencySystem(HttpClient http)
{
    public async Task<HandedOver> SubmitAsync(byte[] package, string idempotencyKey, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(package);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        return await SubmitAsync(content, idempotencyKey, cancellation);
    }

    /// <summary>Hands over a package of whatever form the adapter takes.</summary>
    public async Task<HandedOver> SubmitAsync(HttpContent content, string idempotencyKey, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/packages") { Content = content };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await SendAsync<HandedOver>(request, cancellation);
    }

    public async Task<SentPackage> FindAsync(Guid submissionId, CancellationToken cancellation) =>
        await http.GetFromJsonAsync<SentPackage>($"v1/packages/{submissionId}", WireJson.Options, cancellation)
        ?? throw new JsonException("The adapter answered null.");

    /// <summary>Everything not yet acknowledged, oldest first.</summary>
    public async Task<IReadOnlyList<InboxItem>> ListInboxAsync(CancellationToken cancellation) =>
        (await http.GetFromJsonAsync<InboxPage>("v1/inbox?limit=200", WireJson.Options, cancellation))?.Items ?? [];

    public Task<byte[]> OpenAsync(Guid deliveryId, CancellationToken cancellation) =>
        http.GetByteArrayAsync($"v1/inbox/{deliveryId}/package", cancellation);

    public async Task AcknowledgeAsync(Guid deliveryId, CancellationToken cancellation)
    {
        using var response = await http.PostAsJsonAsync($"v1/inbox/{deliveryId}/acknowledge", new { result = "done" }, WireJson.Options, cancellation);
        await RequireAsync(response, cancellation);
    }

    public async Task<HandedOver> AnswerAsync(Guid deliveryId, string code, string? description, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/statuses")
        {
            Content = JsonContent.Create(new { deliveryId, code, description }, options: WireJson.Options),
        };
        request.Headers.Add("Idempotency-Key", $"{deliveryId}/{code}");
        return await SendAsync<HandedOver>(request, cancellation);
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await http.SendAsync(request, cancellation);
        await RequireAsync(response, cancellation);
        return await response.Content.ReadFromJsonAsync<T>(WireJson.Options, cancellation) ?? throw new JsonException("The adapter answered null.");
    }

    private static async Task RequireAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent))
        {
            throw new HttpRequestException(
                $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellation)}",
                null, response.StatusCode);
        }
    }
}

/// <summary>The adapter's answer to a hand-over.</summary>
/// <param name="Repeated">It was handed over before; nothing new was made.</param>
internal sealed record HandedOver(Guid SubmissionId, bool Repeated);

/// <summary>A sent package as the adapter tells it.</summary>
/// <param name="Receipt">The hub's answer, once it is there.</param>
/// <param name="WaitsFor">What is in its way, if anything.</param>
internal sealed record SentPackage(
    Guid SubmissionId, string State, string PackageSha256, IReadOnlyList<SentPackageReceiver> Receivers, SentPackageReceipt? Receipt = null,
    string? WaitsFor = null);

/// <summary>The hub's answer to it.</summary>
internal sealed record SentPackageReceipt(string Outcome, DateTimeOffset DecidedAt, Guid? DocumentId = null);

/// <summary>One receiver of it.</summary>
internal sealed record SentPackageReceiver(string Receiver, string Outcome, Guid? DeliveryId = null, string? Transport = null, string? Business = null, string? Cause = null);

/// <summary>A page of the inbox.</summary>
internal sealed record InboxPage(IReadOnlyList<InboxItem> Items);

/// <summary>One delivery in the inbox.</summary>
/// <param name="TargetDeliveryId">The delivery that a status answers.</param>
internal sealed record InboxItem(
    Guid DeliveryId, string Kind, string PackageSha256, int Priority, string? StatusCode = null, Guid? TargetDeliveryId = null);
