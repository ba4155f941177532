using System.Net.Http.Headers;
using Axis.Contracts.Wire;

namespace Axis.Benchmarks.FullPath;

/// <summary>An agency's document system at its adapter's REST interface.</summary>
internal sealed class DocumentSystem : IDisposable
{
    /// <summary>Deliveries that are taken in at once.</summary>
    private const int AtOnce = 16;

    private const int Connections = 64;
    private const int Page = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient http;

    public DocumentSystem(Uri adapter, AuthenticationHeaderValue key)
    {
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = adapter };
        http.DefaultRequestHeaders.Authorization = key;
    }

    /// <summary>Hands a package over; returns when the adapter has it on disk.</summary>
    public async Task SubmitAsync(byte[] package, string idempotencyKey)
    {
        using var content = new ByteArrayContent(package);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/packages") { Content = content };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var response = await http.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>Takes everything in that arrives, several at once, and acknowledges it, until cancelled.</summary>
    public async Task TakeInAsync(string kind, Action<InboxItem>? seen, CancellationToken cancellation)
    {
        long after = 0;
        using var places = new SemaphoreSlim(AtOnce);
        while (!cancellation.IsCancellationRequested)
        {
            var page = (await http.GetFromJsonAsync<InboxPage>($"v1/inbox?kind={kind}&limit={Page}&after={after}", WireJson.Options, cancellation))!;
            foreach (var item in page.Items)
            {
                await places.WaitAsync(cancellation);
                seen?.Invoke(item);
                after = item.Cursor;
                _ = Task.Run(() => TakeInAsync(item, places, cancellation), cancellation);
            }

            if (page.Items.Count < Page)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellation);
            }
        }
    }

    private async Task TakeInAsync(InboxItem item, SemaphoreSlim places, CancellationToken cancellation)
    {
        try
        {
            if (item.Kind == "edoc")
            {
                using var package = await http.GetAsync($"v1/inbox/{item.DeliveryId}/package", HttpCompletionOption.ResponseHeadersRead, cancellation);
                package.EnsureSuccessStatusCode();
                await (await package.Content.ReadAsStreamAsync(cancellation)).CopyToAsync(Stream.Null, cancellation);
            }

            using var response = await http.PostAsJsonAsync($"v1/inbox/{item.DeliveryId}/acknowledge", new { result = "done" }, WireJson.Options, cancellation);
            response.EnsureSuccessStatusCode();
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => http.Dispose();
}

/// <summary>A page of the inbox.</summary>
internal sealed record InboxPage(IReadOnlyList<InboxItem> Items);

/// <summary>One delivery in it.</summary>
internal sealed record InboxItem(Guid DeliveryId, string Kind, long Cursor, string? DocumentCode = null, string? StatusCode = null);
