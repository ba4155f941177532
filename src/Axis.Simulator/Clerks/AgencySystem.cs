using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Axis.Contracts.Wire;

namespace Axis.Simulator.Clerks;

/// <summary>An agency's document system: speaks to its adapter over REST and nothing else.</summary>
internal sealed partial class AgencySystem(HttpClient http)
{
    /// <summary>Where the adapter is.</summary>
    public Uri Address => http.BaseAddress!;

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

    public Task<SentPackage> FindAsync(Guid submissionId, CancellationToken cancellation) =>
        GetAsync<SentPackage>($"v1/packages/{submissionId}", cancellation);

    /// <summary>Everything not yet acknowledged, oldest first.</summary>
    public async Task<IReadOnlyList<InboxItem>> ListInboxAsync(CancellationToken cancellation) => (await PageInboxAsync(null, 200, cancellation)).Items;

    /// <summary>The next of what is not yet acknowledged.</summary>
    /// <param name="after">Cursor of the page before; null: from the beginning.</param>
    public Task<InboxPage> PageInboxAsync(long? after, int limit, CancellationToken cancellation) =>
        GetAsync<InboxPage>(string.Create(CultureInfo.InvariantCulture, $"v1/inbox?limit={limit}{(after is null ? "" : $"&after={after}")}"), cancellation);

    /// <summary>What a delivery says of itself; it does not count as handed out.</summary>
    public Task<InboxDetail> ReadAsync(Guid deliveryId, CancellationToken cancellation) => GetAsync<InboxDetail>($"v1/inbox/{deliveryId}", cancellation);

    public Task<byte[]> OpenAsync(Guid deliveryId, CancellationToken cancellation) =>
        http.GetByteArrayAsync($"v1/inbox/{deliveryId}/package", cancellation);

    /// <summary>One file of a delivery, as its sender attached it.</summary>
    /// <param name="number">From 1.</param>
    public Task<byte[]> OpenAttachmentAsync(Guid deliveryId, int number, CancellationToken cancellation) =>
        http.GetByteArrayAsync($"v1/inbox/{deliveryId}/attachments/{number}", cancellation);

    public Task AcknowledgeAsync(Guid deliveryId, CancellationToken cancellation) =>
        PostAsync($"v1/inbox/{deliveryId}/acknowledge", new { result = "done" }, cancellation);

    /// <summary>Says that a delivery cannot be taken in.</summary>
    public Task FailAsync(Guid deliveryId, string reason, CancellationToken cancellation) =>
        PostAsync($"v1/inbox/{deliveryId}/acknowledge", new { result = "fail", reason }, cancellation);

    /// <summary>Asks the door without sending.</summary>
    public async Task<DoorAnswer> CheckAsync(byte[] package, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/packages/check") { Content = new ByteArrayContent(package) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        return await SendAsync<DoorAnswer>(request, cancellation);
    }

    /// <summary>Asks for a new attempt of the deliveries that have failed.</summary>
    public Task ResendAsync(Guid submissionId, CancellationToken cancellation) =>
        PostAsync<object?>($"v1/packages/{submissionId}/resend", null, cancellation);

    /// <summary>Gives the deliveries up that have failed.</summary>
    public Task CloseAsync(Guid submissionId, string? reason, CancellationToken cancellation) =>
        PostAsync($"v1/packages/{submissionId}/close", new { reason }, cancellation);

    /// <summary>Says that what a reconciliation found about a submission or delivery was dealt with.</summary>
    public Task CloseDifferenceAsync(Guid id, string reason, string by, CancellationToken cancellation) =>
        PostAsync($"v1/reconciliations/differences/{id}/close", new { reason, by }, cancellation);

    /// <summary>Looks receivers up.</summary>
    public async Task<IReadOnlyList<FoundAgency>> FindAgenciesAsync(string words, CancellationToken cancellation) =>
        (await GetAsync<AgencyPage>("v1/agencies?q=" + Uri.EscapeDataString(words), cancellation)).Items;

    public async Task<HandedOver> AnswerAsync(Guid deliveryId, string code, string? description, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/statuses")
        {
            Content = JsonContent.Create(new { deliveryId, code, description }, options: WireJson.Options),
        };
        request.Headers.Add("Idempotency-Key", $"{deliveryId}/{code}");
        return await SendAsync<HandedOver>(request, cancellation);
    }

    private async Task<T> GetAsync<T>(string address, CancellationToken cancellation) =>
        await http.GetFromJsonAsync<T>(address, WireJson.Options, cancellation) ?? throw new JsonException("The adapter answered null.");

    private async Task PostAsync<T>(string address, T body, CancellationToken cancellation)
    {
        using var response = await http.PostAsJsonAsync(address, body, WireJson.Options, cancellation);
        await RequireAsync(response, cancellation);
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
