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

    /// <summary>Sends the new version of a document; what is null stays as it was sent.</summary>
    public Task<HandedOver> UpdateAsync(Guid submissionId, ChangeWords request, object? document, ChangeFile? file, CancellationToken cancellation, string? idempotencyKey = null) =>
        AskAsync<HandedOver>($"v1/packages/{submissionId}/update", FormOf(request, document, file), idempotencyKey, cancellation);

    /// <summary>Sends another document that stands for one sent before.</summary>
    public Task<HandedOver> ReplaceAsync(Guid submissionId, ChangeWords request, object document, ChangeFile file, CancellationToken cancellation, string? idempotencyKey = null) =>
        AskAsync<HandedOver>($"v1/packages/{submissionId}/replace", FormOf(request, document, file), idempotencyKey, cancellation);

    /// <summary>Answers what a sender asks, by the delivery that brought it or the document that it is about.</summary>
    public Task<HandedOver> AnswerRequestAsync(Guid deliveryId, bool agree, string? reason, CancellationToken cancellation, string? idempotencyKey = null) =>
        AskAsync<HandedOver>($"v1/inbox/{deliveryId}/answer", new { agree, reason }, idempotencyKey, cancellation);

    private static MultipartFormDataContent FormOf(ChangeWords request, object? document, ChangeFile? file)
    {
        var form = new MultipartFormDataContent { { JsonContent.Create(request, options: WireJson.Options), "request" } };
        if (document is not null)
        {
            form.Add(JsonContent.Create(document, options: WireJson.Options), "document");
        }

        if (file is not null)
        {
            form.Add(new ByteArrayContent(file.Content), "file", file.Name);
        }

        return form;
    }

    private Task<T> AskAsync<T>(string address, object body, string? idempotencyKey, CancellationToken cancellation) =>
        AskAsync<T>(address, JsonContent.Create(body, options: WireJson.Options), idempotencyKey, cancellation);

    private async Task<T> AskAsync<T>(string address, HttpContent body, string? idempotencyKey, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await SendAsync<T>(request, cancellation);
    }
}
