using System.Net;
using System.Net.Sockets;
using System.Text;
using Agency.Adapter.HubLink;
using Microsoft.Extensions.Time.Testing;

namespace Agency.Adapter.Tests.HubLink;

/// <summary>A hub that dies in the middle of an answer is a hub that is away, wherever it stops.</summary>
public sealed class HttpHubApiTests : IDisposable
{
    private const string Refusal = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\nContent-Length: 500\r\n\r\n{\"code\":";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly FakeTimeProvider time = new();

    public HttpHubApiTests() => listener.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task A_refusal_of_content_that_breaks_off_is_a_hub_that_is_away()
    {
        var asked = Hub.DownloadAsync("00", 0, Stop);
        using (await AnswerAsync(Refusal))
        {
        }

        await Should.ThrowAsync<HubAwayException>(asked);
    }

    [Fact]
    public async Task A_refusal_of_content_that_never_ends_is_waited_for_no_longer_than_any_answer()
    {
        var asked = Hub.DownloadAsync("00", 0, Stop);
        using var silent = await AnswerAsync(Refusal);

        await Wait.UntilAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(10));
                return asked.IsCompleted;
            },
            "it gives up");

        await Should.ThrowAsync<HubAwayException>(asked);
    }

    private HttpHubApi Hub => new(new Clients(new Uri($"http://{listener.LocalEndpoint}/")), time);

    /// <summary>Answers the next question with these bytes and leaves the connection open.</summary>
    private async Task<TcpClient> AnswerAsync(string bytes)
    {
        var client = await listener.AcceptTcpClientAsync(Stop);
        await client.GetStream().ReadAtLeastAsync(new byte[4096], 1, cancellationToken: Stop);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(bytes), Stop);
        return client;
    }

    private sealed class Clients(Uri hub) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new() { BaseAddress = hub };
    }
}
