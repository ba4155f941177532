using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Tests.Agencies.Endpoint;

namespace Axis.Hub.Tests.Flow.Submit.Content;

public sealed class ContentEndpointTests : IAsyncLifetime
{
    private readonly byte[] content = RandomNumberGenerator.GetBytes(1_500_000);
    private readonly string sha256;
    private EndpointHost host = null!;
    private HttpClient h37 = null!;
    private HttpClient h41 = null!;

    public ContentEndpointTests() => sha256 = Convert.ToHexStringLower(SHA256.HashData(content));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Path => "/v1/content/" + sha256;

    public async ValueTask InitializeAsync()
    {
        host = await EndpointHost.StartAsync();
        h37 = host.Register("H37");
        h41 = host.Register("H41");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Content_goes_up_once_and_comes_down_to_its_receiver_only()
    {
        HttpResponseMessage put = await PutAsync(h37, 0, content);
        put.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Progress(put).ShouldBe((content.Length, "?1"));
        Progress(await PutAsync(h37, 0, content)).ShouldBe((content.Length, "?1"));

        host.Deliveries.Add(("H41", sha256));
        (await h41.GetByteArrayAsync(Path, Cancelled)).ShouldBe(content);
        await AdapterListenerTests.ShouldBeAsync(await h37.GetAsync(Path, Cancelled), ErrorCatalogue.NotFoundHere);
    }

    [Fact]
    public async Task What_exists_and_what_does_not_are_answered_alike_to_a_stranger()
    {
        await PutAsync(h37, 0, content);
        string absent = "/v1/content/" + new string('0', 64);
        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            string existing = await AnswerAsync(h41, method, Path);
            existing.ShouldBe(await AnswerAsync(h41, method, absent));
            existing.ShouldStartWith("404");
        }

        // Nor does an upload tell: a stranger has to send every byte like anybody else.
        HttpResponseMessage put = await PutAsync(h41, 10, content[10..]);
        await AdapterListenerTests.ShouldBeAsync(put, ErrorCatalogue.UploadOffset);
        Progress(put).ShouldBe((0, "?0"));
    }

    [Fact]
    public async Task A_broken_connection_leaves_a_half_upload_that_goes_on()
    {
        using (var breaking = new BreakingContent(content[..700_000], ArrivedAsync))
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = breaking };
            await Should.ThrowAsync<HttpRequestException>(() => h37.SendAsync(request, Cancelled));
        }

        HttpResponseMessage head = await h37.SendAsync(new(HttpMethod.Head, Path), Cancelled);
        Progress(head).ShouldBe((700_000, "?0"));
        host.Store.OpenRead(sha256).ShouldBeNull();

        HttpResponseMessage put = await UntilAsync(
            () => PutAsync(h37, 700_000, content[700_000..]), answer => answer.StatusCode != HttpStatusCode.Conflict);
        put.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        host.Deliveries.Add(("H41", sha256));
        (await h41.GetByteArrayAsync(Path, Cancelled)).ShouldBe(content);
    }

    [Fact]
    public async Task Other_bytes_than_announced_are_refused_and_forgotten()
    {
        byte[] other = [.. content];
        other[^1] ^= 1;
        await AdapterListenerTests.ShouldBeAsync(await PutAsync(h37, 0, other), ErrorCatalogue.UploadHashMismatch);
        (await h37.SendAsync(new(HttpMethod.Head, Path), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Too_large_is_refused() =>
        await AdapterListenerTests.ShouldBeAsync(await PutAsync(h37, 0, new byte[4_000_001]), ErrorCatalogue.PackageTooLarge);

    [Fact]
    public async Task A_hash_or_an_offset_that_is_none_is_refused()
    {
        using var body = new ByteArrayContent(content);
        await AdapterListenerTests.ShouldBeAsync(
            await h37.PutAsync("/v1/content/" + sha256.ToUpperInvariant(), body, Cancelled), ErrorCatalogue.ParameterForm);
        await AdapterListenerTests.ShouldBeAsync(await PutAsync(h37, -1, content), ErrorCatalogue.ParameterForm);
    }

    [Fact]
    public async Task A_download_can_be_resumed()
    {
        await PutAsync(h37, 0, content);
        host.Deliveries.Add(("H41", sha256));
        using var request = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { Range = new RangeHeaderValue(1_000_000, null) } };
        using HttpResponseMessage rest = await h41.SendAsync(request, Cancelled);
        rest.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await rest.Content.ReadAsByteArrayAsync(Cancelled)).ShouldBe(content[1_000_000..]);
    }

    private async Task<HttpResponseMessage> PutAsync(HttpClient client, long offset, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = new ByteArrayContent(bytes) };
        if (offset != 0)
        {
            request.Headers.TryAddWithoutValidation(HttpNames.UploadOffset, offset.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return await client.SendAsync(request, Cancelled);
    }

    private static (long Offset, string Complete) Progress(HttpResponseMessage answer) => (
        long.Parse(answer.Headers.GetValues(HttpNames.UploadOffset).Single(), System.Globalization.CultureInfo.InvariantCulture),
        answer.Headers.GetValues(HttpNames.UploadComplete).Single());

    private static async Task<string> AnswerAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using HttpResponseMessage answer = await client.SendAsync(request, Cancelled);
        IEnumerable<string> headers = answer.Headers.Where(header => header.Key != "Date").Concat(answer.Content.Headers)
            .Select(header => header.Key + ": " + string.Join(',', header.Value));
        return (int)answer.StatusCode + "\n" + string.Join('\n', headers) + "\n" + await answer.Content.ReadAsStringAsync(Cancelled);
    }

    /// <summary>The server notices a lost connection in its own time.</summary>
    private static async Task<HttpResponseMessage> UntilAsync(
        Func<Task<HttpResponseMessage>> ask, Func<HttpResponseMessage, bool> done)
    {
        HttpResponseMessage? answer = null;
        await Waiting.UntilAsync(async () => done(answer = await ask()));
        return answer!;
    }

    private Task ArrivedAsync() => Waiting.UntilAsync(() => host.Store.Find("H37", sha256)?.Offset == 700_000);
}
