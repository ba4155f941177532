using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Submit.Content;
using Axis.Hub.Platform.Content;
using Axis.Hub.Tests.Agencies.Endpoint;

namespace Axis.Hub.Tests.Flow.Submit.Content;

/// <summary>Large packages that are marked as state secrets: they come over HTTPS before anybody submits them.</summary>
public sealed class SecretContentTests : IAsyncLifetime
{
    private const string Telling = "tuần tra biên giới";

    private EndpointHost host = null!;
    private HttpClient g22 = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await EndpointHost.StartAsync();
        g22 = host.Register("G22");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Its_bytes_are_thrown_away_and_its_verdict_stays()
    {
        var (bytes, sha256) = await PackageAsync($"[MẬT] Kế hoạch {Telling}");
        using var body = new ByteArrayContent(bytes);

        (await g22.PutAsync("/v1/content/" + sha256, body, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        host.Store.OpenRead(sha256).ShouldBeNull();
        OnDisk.Holds(host.Contents, Telling).ShouldBeFalse();
        var verdict = (await new KeptVerdicts(host.Store).FindAsync("G22", sha256, Cancelled)).ShouldBeOfType<ReadOutcome.Refused>();
        verdict.Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.SecretMarked.Code);
    }

    [Fact]
    public async Task Nor_are_bytes_kept_of_what_is_no_package()
    {
        var bytes = Draft.Without("To", (await PackageAsync($"[TỐI MẬT] Kế hoạch {Telling}")).Bytes);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var body = new ByteArrayContent(bytes);

        (await g22.PutAsync("/v1/content/" + sha256, body, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        OnDisk.Holds(host.Contents, Telling).ShouldBeFalse();
        var verdict = (await new KeptVerdicts(host.Store).FindAsync("G22", sha256, Cancelled)).ShouldBeOfType<ReadOutcome.Refused>();
        verdict.Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.SecretMarked.Code);
    }

    [Theory]
    [InlineData("[MẬT] Kế hoạch " + Telling, false)]
    [InlineData("Kế hoạch " + Telling, true)]
    public async Task A_half_of_it_does_not_stay(string subject, bool stays)
    {
        var (bytes, sha256) = await PackageAsync(subject);
        using (var breaking = new BreakingContent(bytes[..700_000], () => Waiting.UntilAsync(() => host.Store.Find("G22", sha256)?.Offset == 700_000)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, "/v1/content/" + sha256) { Content = breaking };
            await Should.ThrowAsync<HttpRequestException>(() => g22.SendAsync(request, Cancelled));
        }

        // The server notices a lost connection in its own time, and holds the upload's lock until then.
        await Waiting.UntilAsync(() => host.Store.Find("G22", sha256) is not null == stays && IsFree(sha256));
        OnDisk.Holds(host.Contents, Telling).ShouldBe(stays);
    }

    [Fact]
    public async Task An_adapter_reads_its_own_alerts_and_no_others()
    {
        await host.Flow.SubmitAsync(new Draft { Subject = "[MẬT] Kế hoạch" });

        var own = (await g22.GetFromJsonAsync<AlertPage>("/v1/alerts", WireJson.Options, Cancelled))!.Alerts.ShouldHaveSingleItem();
        (own.Kind, own.Seen, own.Finding.Code).ShouldBe(("secret-refused", 1, ErrorCatalogue.SecretMarked.Code));
        (await host.Register("H37").GetFromJsonAsync<AlertPage>("/v1/alerts", WireJson.Options, Cancelled))!.Alerts.ShouldBeEmpty();
    }

    private bool IsFree(string sha256)
    {
        using var held = ContentLock.TryTake(new ContentPaths(host.Contents.FullName).LockOf(sha256));
        return held is not null;
    }

    private static async Task<(byte[] Bytes, string Sha256)> PackageAsync(string subject)
    {
        var bytes = await new Draft { Subject = subject, AttachmentBytes = 1_000_000 }.PackageAsync();
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
