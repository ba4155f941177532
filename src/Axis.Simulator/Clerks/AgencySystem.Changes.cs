using Axis.Contracts.Wire;

namespace Axis.Simulator.Clerks;

/// <summary>What a document system asks of documents that it has sent, and what it answers.</summary>
internal sealed partial class AgencySystem
{
    /// <summary>Recalls a document from all at whom it stands, or those named.</summary>
    public Task<HandedOver> RecallAsync(Guid submissionId, string reason, CancellationToken cancellation, IReadOnlyList<string>? receivers = null, string? idempotencyKey = null) =>
        AskAsync<HandedOver>($"v1/packages/{submissionId}/recall", new { reason, receivers }, idempotencyKey, cancellation);

    /// <summary>Asks a document back from all at whom it stands, or those named: one status 13 for each.</summary>
    public async Task<IReadOnlyList<AskedBack>> TakeBackAsync(
        Guid submissionId, string reason, CancellationToken cancellation, IReadOnlyList<string>? receivers = null, string? idempotencyKey = null) =>
        (await AskAsync<AskedBackList>($"v1/packages/{submissionId}/take-back", new { reason, receivers }, idempotencyKey, cancellation)).Items;

    /// <summary>Answers what a sender asks, by the delivery that brought it or the document that it is about.</summary>
    public Task<HandedOver> AnswerRequestAsync(Guid deliveryId, bool agree, string? reason, CancellationToken cancellation, string? idempotencyKey = null) =>
        AskAsync<HandedOver>($"v1/inbox/{deliveryId}/answer", new { agree, reason }, idempotencyKey, cancellation);

    private async Task<T> AskAsync<T>(string address, object body, string? idempotencyKey, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body, options: WireJson.Options) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await SendAsync<T>(request, cancellation);
    }
}
