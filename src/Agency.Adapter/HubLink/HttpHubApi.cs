using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Microsoft.AspNetCore.Http.Extensions;

namespace Agency.Adapter.HubLink;

/// <summary>
/// The hub's endpoint over HTTPS with the adapter's certificate. Short calls go through the resilience pipeline of their client;
/// content streams through one without, for its queue retries and resumes by itself: one retry owner per hop.
/// </summary>
internal sealed class HttpHubApi(IHttpClientFactory clients, TimeProvider time) : IHubApi
{
    /// <summary>Client of short calls.</summary>
    public const string Calls = "hub";

    /// <summary>Client of content.</summary>
    public const string Contents = "hub-content";

    private const int SlowestBytesASecond = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task UploadAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        var (offset, isComplete) = await FindUploadAsync(sha256, cancellation);
        if (isComplete)
        {
            return;
        }

        content.Position = Math.Min(offset, content.Length);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"v1/content/{sha256}")
        {
            Content = new UploadBody(content),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add(HttpNames.UploadOffset, content.Position.ToString(CultureInfo.InvariantCulture));
        var allowed = Patience + TimeSpan.FromSeconds((double)content.Length / SlowestBytesASecond);
        using var response = await SendAsync(Contents, request, HttpCompletionOption.ResponseContentRead, allowed, cancellation)
            ?? throw new HubAwayException("The hub takes no content now.");
    }

    public async Task<Stream?> DownloadAsync(string sha256, long offset, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/content/{sha256}");
        if (offset > 0)
        {
            request.Headers.Range = new RangeHeaderValue(offset, null);
        }

        var response = await SendAsync(Contents, request, HttpCompletionOption.ResponseHeadersRead, Patience, cancellation);
        if (response is null)
        {
            return null;
        }

        var body = await response.Content.ReadAsStreamAsync(cancellation);
        if (offset > 0 && response.StatusCode != HttpStatusCode.PartialContent)
        {
            await body.DisposeAsync();
            throw new HubAwayException("The hub did not go on from the byte that was asked for.");
        }

        return new PatientStream(body, Patience, time);
    }

    public async Task<RegisteredCertificate?> FindCertificateAsync(string sha256, CancellationToken cancellation)
    {
        using var response = await GetAsync($"v1/certificates/{sha256}", cancellation);
        if (response is null)
        {
            return null;
        }

        DateTimeOffset? withdrawn = response.Headers.TryGetValues(HttpNames.WithdrawnAt, out var values)
            ? DateTimeOffset.Parse(values.Single(), CultureInfo.InvariantCulture)
            : null;
        var der = await response.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            return new RegisteredCertificate(X509CertificateLoader.LoadCertificate(der), withdrawn);
        }
        catch (CryptographicException broken)
        {
            throw new HubAwayException("The hub's answer is no certificate.", broken);
        }
    }

    public async Task<DirectoryPage> ListAgenciesAsync(DateTimeOffset? since, CancellationToken cancellation)
    {
        var query = since is { } from ? "?since=" + Uri.EscapeDataString(from.ToString("O", CultureInfo.InvariantCulture)) : "";
        using var response = await GetAsync("v1/agencies" + query, cancellation)
            ?? throw new HubAwayException("The hub gives no directory.");
        return await ReadAsync<DirectoryPage>(response, cancellation);
    }

    public async Task<SubmissionAnswer?> FindSubmissionAsync(Guid submissionId, CancellationToken cancellation)
    {
        using var response = await GetAsync($"v1/submissions/{submissionId:D}", cancellation);
        return response is null ? null : await ReadAsync<SubmissionAnswer>(response, cancellation);
    }

    public async Task<Checklist?> CheckAsync(Stream edxml, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/check") { Content = new StreamContent(edxml) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        var allowed = Patience + TimeSpan.FromSeconds((double)edxml.Length / SlowestBytesASecond);
        using var response = await SendAsync(Contents, request, HttpCompletionOption.ResponseContentRead, allowed, cancellation);
        return response is null ? null : await ReadAsync<Checklist>(response, cancellation);
    }

    public async Task<AlertPage> ListAlertsAsync(CancellationToken cancellation)
    {
        using var response = await GetAsync("v1/alerts", cancellation)
            ?? throw new HubAwayException("The hub gives no alerts.");
        return await ReadAsync<AlertPage>(response, cancellation);
    }

    public async Task<OpenItemPage> ListItemsAsync(
        IReadOnlyCollection<string> agencies, OpenItemList? list, string? after, int limit, CancellationToken cancellation)
    {
        var query = new QueryBuilder(agencies.Select(agency => KeyValuePair.Create("agency", agency))) { { "limit", limit.ToString(CultureInfo.InvariantCulture) } };
        if (list is { } stock)
        {
            query.Add("list", stock.ToString());
        }

        if (after is not null)
        {
            query.Add("after", after);
        }

        using var response = await GetAsync("v1/items" + query, cancellation)
            ?? throw new HubAwayException("The hub tells of no items.");
        return await ReadAsync<OpenItemPage>(response, cancellation);
    }

    public async Task ActAsync(Guid itemId, ActRequest act, CancellationToken cancellation)
    {
        using var response = await PostAsync($"v1/items/{itemId:D}/acts", act, cancellation);
    }

    public async Task<OutagePage> ListOutagesAsync(CancellationToken cancellation)
    {
        using var response = await GetAsync("v1/outages", cancellation)
            ?? throw new HubAwayException("The hub gives no outages.");
        return await ReadAsync<OutagePage>(response, cancellation);
    }

    public async Task<PlannedOutage> AnnounceOutageAsync(OutageRequest request, CancellationToken cancellation)
    {
        using var response = await PostAsync("v1/outages", request, cancellation);
        return await ReadAsync<PlannedOutage>(response, cancellation);
    }

    public async Task EndOutageAsync(Guid outageId, EndOutageRequest request, CancellationToken cancellation)
    {
        using var response = await PostAsync($"v1/outages/{outageId:D}/end", request, cancellation);
    }

    public async Task ResendAsync(Guid submissionId, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v1/submissions/{submissionId:D}/resend");
        using var response = await CommandAsync(request, cancellation);
    }

    public async Task CloseAsync(Guid submissionId, string reason, CancellationToken cancellation)
    {
        using var response = await PostAsync($"v1/submissions/{submissionId:D}/close", new CloseRequest(reason), cancellation);
    }

    public async Task<ExpectedBooks> FindExpectedAsync(DateOnly day, CancellationToken cancellation)
    {
        using var response = await GetAsync(string.Create(CultureInfo.InvariantCulture, $"v1/reconciliations/{day:yyyy-MM-dd}/expected"), cancellation)
            ?? throw new HubAwayException("The hub compares no books.");
        return await ReadAsync<ExpectedBooks>(response, cancellation);
    }

    public async Task<ReconciliationAnswer> PostBooksAsync(DayBooks head, IReadOnlyList<BookLine> lines, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        await using (var zipped = new GZipStream(text, CompressionLevel.Fastest, leaveOpen: true))
        {
            await BooksText.WriteAsync(zipped, head, lines, cancellation);
        }

        text.Position = 0;
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"v1/reconciliations/{head.Day:yyyy-MM-dd}"))
        {
            Content = new StreamContent(text),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(DayBooks.ContentType);
        request.Content.Headers.ContentEncoding.Add("gzip");
        var allowed = Patience + TimeSpan.FromSeconds((double)text.Length / SlowestBytesASecond) + TimeSpan.FromMilliseconds(lines.Count);
        using var response = await SendAsync(Contents, request, HttpCompletionOption.ResponseContentRead, allowed, cancellation)
            ?? throw new HubAwayException("The hub compares no books.");
        return await ReadAsync<ReconciliationAnswer>(response, cancellation);
    }

    public async Task CloseDifferenceAsync(Guid id, CloseDifferenceRequest close, CancellationToken cancellation)
    {
        using var response = await PostAsync($"v1/reconciliations/differences/{id:D}/close", close, cancellation);
    }

    private async Task<(long Offset, bool IsComplete)> FindUploadAsync(string sha256, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"v1/content/{sha256}");
        using var response = await SendAsync(Calls, request, HttpCompletionOption.ResponseContentRead, Patience, cancellation);
        if (response is null)
        {
            return (0, false);
        }

        return response.Headers.TryGetValues(HttpNames.UploadOffset, out var offsets)
            && long.TryParse(offsets.Single(), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && response.Headers.TryGetValues(HttpNames.UploadComplete, out var complete)
            ? (offset, complete.Single() == "?1")
            : throw new HubAwayException("The hub does not tell how far an upload has come.");
    }

    private async Task<HttpResponseMessage?> GetAsync(string address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(Calls, request, HttpCompletionOption.ResponseContentRead, Patience, cancellation);
    }

    private async Task<HttpResponseMessage> PostAsync<T>(string address, T body, CancellationToken cancellation) where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(WireJson.Write(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(WireNames.ContentType);
        return await CommandAsync(request, cancellation);
    }

    private async Task<HttpResponseMessage> CommandAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        await SendAsync(Calls, request, HttpCompletionOption.ResponseContentRead, Patience, cancellation)
        ?? throw new HubRefusedException(Finding.Refuse(ErrorCatalogue.NotFoundHere, ""));

    /// <summary>The answer when it is good, <c>null</c> for "nothing here for you".</summary>
    private async Task<HttpResponseMessage?> SendAsync(
        string client, HttpRequestMessage request, HttpCompletionOption completion, TimeSpan allowed, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(allowed, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            var response = await clients.CreateClient(client).SendAsync(request, completion, end.Token);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                return response.StatusCode == HttpStatusCode.NotFound ? null : throw await HubProblem.ReadAsync(response, end.Token);
            }
        }
        catch (Exception away) when (away is HttpRequestException or IOException or Polly.ExecutionRejectedException
            || (away is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new HubAwayException("The hub was not reached: " + away.Message, away);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation) where T : class
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            return WireJson.Read<T>(body);
        }
        catch (JsonException broken)
        {
            throw new HubAwayException("The hub's answer cannot be read: " + broken.Message, broken);
        }
    }
}
