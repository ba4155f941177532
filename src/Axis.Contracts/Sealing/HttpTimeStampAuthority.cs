using System.Net.Http.Headers;

namespace Axis.Contracts.Sealing;

/// <summary>
/// A time-stamping authority over HTTP (RFC 3161 3.4). Neither answer nor address is trusted: the token in it is verified.
/// Patience, retries and TLS are the client's.
/// </summary>
/// <param name="http">The client; the caller's to dispose of.</param>
/// <param name="address">Where requests are posted.</param>
public sealed class HttpTimeStampAuthority(HttpClient http, Uri address) : ITimeStampAuthority
{
    private const string Query = "application/timestamp-query";
    private const string Reply = "application/timestamp-reply";
    private const int LargestReply = 64 * 1024;

    /// <inheritdoc/>
    public async Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new ReadOnlyMemoryContent(request) { Headers = { ContentType = new MediaTypeHeaderValue(Query) } };
            using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            using HttpResponseMessage response = await http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new TimeStampAuthorityException($"HTTP {(int)response.StatusCode}");
            }

            if (response.Content.Headers.ContentType?.MediaType is var type && type != Reply)
            {
                throw new TimeStampAuthorityException($"{type ?? "no content type"} instead of {Reply}");
            }

            await response.Content.LoadIntoBufferAsync(LargestReply, cancellationToken).ConfigureAwait(false);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            throw new TimeStampAuthorityException(away.Message, away);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeStampAuthorityException("no answer in time", late);
        }
    }
}
