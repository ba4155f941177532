using System.Net;
using System.Net.Http.Headers;
using Axis.Contracts.Errors;

namespace Agency.Adapter.HubLink;

/// <summary>The hub's endpoint over HTTPS with the adapter's certificate. The pipeline of the client retries what may be repeated.</summary>
internal sealed class HttpHubApi(HttpClient http) : IHubApi
{
    public async Task UploadAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"v1/content/{sha256}") { Content = new StreamContent(content) };
        request.Content.Headers.ContentLength = content.Length;
        using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation)
            ?? throw new HubAwayException("The hub has no content endpoint.");
    }

    public async Task<Stream?> DownloadAsync(string sha256, long offset, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/content/{sha256}");
        if (offset > 0)
        {
            request.Headers.Range = new RangeHeaderValue(offset, null);
        }

        var response = await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return response is null ? null : await response.Content.ReadAsStreamAsync(cancellation);
    }

    public async Task<byte[]?> FindCertificateAsync(string sha256, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/certificates/{sha256}");
        using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
        return response is null ? null : await response.Content.ReadAsByteArrayAsync(cancellation);
    }

    private async Task<HttpResponseMessage?> SendAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellation)
    {
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, completion, cancellation);
        }
        catch (Exception away) when (away is HttpRequestException or Polly.ExecutionRejectedException
            || (away is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new HubAwayException("The hub was not reached: " + away.Message, away);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            return response.StatusCode switch
            {
                HttpStatusCode.NotFound => null,
                HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized =>
                    throw new HubRefusedException(Finding.Refuse(ErrorCatalogue.AdapterRefused, "", "")),
                _ => throw new HubAwayException($"The hub answered {(int)response.StatusCode}."),
            };
        }
    }
}
