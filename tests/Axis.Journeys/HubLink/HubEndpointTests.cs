using System.Globalization;
using System.Security.Cryptography;
using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Served;
using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Sealing;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Journeys.HubLink;

/// <summary>The adapter's HTTPS port against a real hub: mutual TLS, run-time certificates, loopback.</summary>
public sealed class HubEndpointTests : IAsyncLifetime
{
    private LiveNation nation = null!;
    private NationAdapter adapter = null!;
    private IHubApi hub = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        nation = await LiveNation.StartAsync(new NationOptions { Agencies = 2 }, TimeProvider.System, Stop);
        adapter = nation.Agencies[0].Adapter;
        hub = adapter.Services.GetRequiredService<IHubApi>();
    }

    public ValueTask DisposeAsync() => nation.DisposeAsync();

    [Fact]
    public async Task Goes_on_with_a_broken_upload_where_it_broke_off()
    {
        var bytes = RandomNumberGenerator.GetBytes(3_000_000);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var broken = new BreakingStream(bytes, 2_000_000, () => Eventually.Async(async () => await OffsetAsync(sha256) > 0, cancellation: Stop));
        await Should.ThrowAsync<HubAwayException>(() => hub.UploadAsync(sha256, broken, Stop));

        var from = 0L;
        await Eventually.Async(async () =>
        {
            using var whole = new BreakingStream(bytes, int.MaxValue, () => Task.CompletedTask);
            try
            {
                await hub.UploadAsync(sha256, whole, Stop);
            }
            catch (HubAwayException)
            {
                // The hub still holds the broken upload open.
                return false;
            }

            from = whole.FirstRead;
            return true;
        }, cancellation: Stop);

        from.ShouldBeGreaterThan(0);
        using var again = new BreakingStream(bytes, 0, () => Task.CompletedTask);
        await hub.UploadAsync(sha256, again, Stop);
        again.FirstRead.ShouldBe(-1, "what is whole is not sent again");
    }

    [Fact]
    public async Task Learns_nothing_of_what_is_not_its_own()
    {
        var nothing = Convert.ToHexStringLower(SHA256.HashData("none"u8));
        (await hub.DownloadAsync(nothing, 0, Stop)).ShouldBeNull();
        (await hub.FindCertificateAsync(nothing, Stop)).ShouldBeNull();
        (await hub.FindSubmissionAsync(Guid.CreateVersion7(), Stop)).ShouldBeNull();
        (await Should.ThrowAsync<HubRefusedException>(() => hub.ResendAsync(Guid.CreateVersion7(), Stop)))
            .Finding.Code.ShouldBe(ErrorCatalogue.NotFoundHere.Code);
    }

    [Fact]
    public async Task Finds_the_certificate_that_it_seals_with()
    {
        var own = Convert.ToHexStringLower(adapter.Services.GetRequiredService<Sealer>().CertificateSha256);
        var found = (await hub.FindCertificateAsync(own, Stop)).ShouldNotBeNull();
        AgencyCertificate.Of(found.Certificate).Adapter.ShouldBe(adapter.Code);
        found.WithdrawnAt.ShouldBeNull();
        found.Certificate.Dispose();
    }

    [Fact]
    public async Task Follows_the_directory()
    {
        var page = await hub.ListAgenciesAsync(null, Stop);
        page.Agencies.ShouldContain(agency => agency.Adapter == adapter.Code);
        (await hub.ListAgenciesAsync(page.AsOf.AddHours(1), Stop)).Agencies.ShouldBeEmpty();
        var directory = adapter.Services.GetRequiredService<AgencyDirectory>();
        await Eventually.Async(() => directory.Resolve(nation.Agencies[1].Addressee.Code) is not null, cancellation: Stop);
    }

    [Fact]
    public async Task Asks_the_hub_for_its_opinion_of_a_package()
    {
        using var broken = new MemoryStream("<edXML/>"u8.ToArray());
        var list = (await hub.CheckAsync(broken, Stop)).ShouldNotBeNull();
        list.Failed.ShouldBeTrue();
        list.Results.Count.ShouldBe(Enum.GetValues<CheckRule>().Length);
    }

    [Fact]
    public async Task Reads_an_accepted_submission_back_with_its_states()
    {
        var sender = nation.Agencies[0];
        var submit = adapter.Services.GetRequiredService<ISubmitPackages>();
        var letter = new LetterWriter(3).Write(sender.Addressee, [nation.Agencies[1].Addressee], DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date));
        using var package = new MemoryStream(await LetterPackage.WriteAsync(letter, TimeProvider.System.GetUtcNow(), Stop));
        var id = (await submit.SubmitAsync(new SubmitRequest(sender.Addressee.Code), package, Stop)).ShouldBeOfType<SubmitOutcome.Accepted>().SubmissionId;

        var answer = await Eventually.FindAsync(() => hub.FindSubmissionAsync(id, Stop), cancellation: Stop);

        answer.Receipt.SubmissionId.ShouldBe(id);
        answer.Deliveries.ShouldHaveSingleItem().SubmissionId.ShouldBe(id);
    }

    /// <summary>How far the hub has come with an upload of this adapter.</summary>
    private async Task<long> OffsetAsync(string sha256)
    {
        using var http = adapter.Services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpHubApi.Calls);
        using var head = new HttpRequestMessage(HttpMethod.Head, "v1/content/" + sha256);
        using var answer = await http.SendAsync(head, Stop);
        return answer.Headers.TryGetValues(HttpNames.UploadOffset, out var offset)
            ? long.Parse(offset.Single(), NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
    }

    /// <summary>Bytes that break off once something has happened; remembers where they were read from first.</summary>
    private sealed class BreakingStream(byte[] bytes, int breakAt, Func<Task> beforeBreak) : MemoryStream(bytes, writable: false)
    {
        public long FirstRead { get; private set; } = -1;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            FirstRead = FirstRead < 0 ? Position : FirstRead;
            if (Position >= breakAt)
            {
                await beforeBreak();
                throw new IOException("broken");
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
