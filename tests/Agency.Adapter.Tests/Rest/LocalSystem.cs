using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Agency.Adapter.Tests.AgencySystem;

namespace Agency.Adapter.Tests.Rest;

/// <summary>An agency's document system that knows nothing but the interface's JSON.</summary>
internal static class LocalSystem
{
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient http, byte[] package, string? key = null, string query = "")
    {
        var content = new ByteArrayContent(package);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/packages" + query) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonNode> JsonAsync(this Task<HttpResponseMessage> answering, HttpStatusCode expected)
    {
        using var answer = await answering;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(expected, text);
        return JsonNode.Parse(text)!;
    }

    public static Task<JsonNode> ReadAsync(this HttpClient http, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken).JsonAsync(expected);

    public static Task<JsonNode> TellAsync(this HttpClient http, string path, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken).JsonAsync(expected);

    /// <summary>The same for a call that may carry a key and is answered with 202.</summary>
    public static async Task<JsonNode> AskAsync(this HttpClient http, string path, object body, string? key = null, HttpStatusCode expected = HttpStatusCode.Accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken).JsonAsync(expected);
    }

    /// <summary>Waits until the inbox holds as many items of a kind.</summary>
    public static async Task<JsonArray> InboxAsync(this HttpClient http, int count, string kind = "edoc")
    {
        JsonArray items = [];
        await Until.Async(async () =>
        {
            items = (await http.ReadAsync($"v1/inbox?kind={kind}"))["items"]!.AsArray();
            return items.Count >= count;
        }, describe: () => items.ToJsonString());
        return items;
    }
}
