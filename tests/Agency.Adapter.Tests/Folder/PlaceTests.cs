using System.Net;
using Agency.Adapter.AgencySystem.Folder;
using Agency.Adapter.Incoming;
using Agency.Adapter.Marks;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Folder;

public class PlaceTests
{
    [Fact]
    public async Task Shows_an_arrived_document_whole_and_says_done()
    {
        await using var rig = await FolderRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var package = await Letters.WriteAsync(to: "H41");
        await g22.SubmitAsync(package).JsonAsync(HttpStatusCode.Accepted);
        await Until.Async(() => rig.Names("inbox").Length == 1);

        var name = rig.Names("inbox")[0];
        name.ShouldContain("_G22_7816-VPCP-TTĐT_");
        File.ReadAllBytes(Path.Combine(rig.Tree(), "inbox", name)).ShouldBe(package);
        rig.All("inbox", ".part").ShouldBeEmpty();
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.Kind == AcknowledgeKind.Done));
        (await g22.InboxAsync(1, "status"))[0]!["statusCode"]!.GetValue<string>().ShouldBe("01");
    }

    [Fact]
    public async Task Puts_arriving_statuses_into_their_own_folder()
    {
        await using var rig = await FolderRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await rig.PutAsync("a.edxml", await Letters.WriteAsync(from: "H41", to: "G22"));
        var id = (await g22.InboxAsync(1))[0]!["deliveryId"];
        await g22.TellAsync($"v1/inbox/{id}/acknowledge", new { result = "done" });
        await Until.Async(() => rig.Names("status").Length == 1);

        rig.Names("status")[0].ShouldContain("_01_");
        rig.Names("inbox").ShouldBeEmpty();
    }

    [Fact]
    public async Task Does_not_offer_over_rest_what_goes_into_the_folder()
    {
        await using var rig = await FolderRig.StartAsync(options => options.Agencies[^1].Keys.Add(
            Agency.Adapter.AgencySystem.Rest.LocalKey.Hash("h41")));
        using var h41 = rig.Client("h41");
        (await h41.ReadAsync("v1/inbox?agency=H41", HttpStatusCode.Conflict))["code"]!.GetValue<string>().ShouldBe("AXS-5111");
        (await h41.ReadAsync("v1/inbox"))["items"]!.AsArray().ShouldBeEmpty();
    }

    /// <summary>protocol.md 10, row 13: dies before or after the rename, in PLACING; the file is there once, and DONE is said once.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Places_once_when_it_dies_around_the_rename(bool renamed)
    {
        await using var rig = await FolderRig.StartAsync();
        rig.Replace = services => services.AddSingleton<IPlacePackages>(new DiesWhenPlacing(renamed));
        await rig.StartAgainAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await g22.SubmitAsync(await Letters.WriteAsync(to: "H41")).JsonAsync(HttpStatusCode.Accepted);
        await Until.Async(() => rig.Hub.Deliveries.Count == 1);
        var id = rig.Hub.Deliveries.Values.Single();
        await Until.Async(() => rig.Services.GetRequiredService<IInbox>().Find("H41", id)?.State == DeliveryPhase.Placing);
        await rig.StopAsync();
        rig.Names("inbox").Length.ShouldBe(renamed ? 1 : 0);
        rig.Hub.Acknowledged.ShouldNotContain(line => line.Kind == AcknowledgeKind.Done);

        rig.Replace = null;
        await rig.StartAgainAsync();
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.Kind == AcknowledgeKind.Done));
        rig.Names("inbox").Length.ShouldBe(1);
        rig.All("inbox", ".part").ShouldBeEmpty();
        rig.Hub.Acknowledged.Count(line => line.Kind == AcknowledgeKind.Done && line.DeliveryId == id).ShouldBe(1);
    }

    [Fact]
    public async Task Places_soon_after_a_folder_that_was_away_in_placing_is_back()
    {
        await using var rig = await FolderRig.StartAsync();
        var away = new DiesWhenPlacing(renamed: false);
        rig.Replace = services => services.AddSingleton<IPlacePackages>(away);
        await rig.StartAgainAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await g22.SubmitAsync(await Letters.WriteAsync(to: "H41")).JsonAsync(HttpStatusCode.Accepted);
        await Until.Async(() => away.Deaths >= 2);
        away.IsDead = false;

        await Until.Async(() => rig.Names("inbox").Length == 1);
    }

    /// <summary>Stands for a process that is gone around the rename: the step never ends well.</summary>
    private sealed class DiesWhenPlacing(bool renamed) : IPlacePackages
    {
        private readonly PlaceIntoFolder real = new();

        public bool IsDead { get; set; } = true;

        public int Deaths { get; private set; }

        public InboundInterface Interface => InboundInterface.Folder;

        public Task StageAsync(InboxItem item, Stream package, AgencyOptions agency, CancellationToken cancellation) =>
            real.StageAsync(item, package, agency, cancellation);

        public async Task PlaceAsync(InboxItem item, AgencyOptions agency, CancellationToken cancellation)
        {
            if (renamed || !IsDead)
            {
                await real.PlaceAsync(item, agency, cancellation);
            }

            if (IsDead)
            {
                Deaths++;
                throw new IOException("dead");
            }
        }

        public Task WithdrawAsync(InboxItem item, Marking why, AgencyOptions agency, CancellationToken cancellation) =>
            real.WithdrawAsync(item, why, agency, cancellation);

        public Task DiscardAsync(Guid deliveryId, AgencyOptions agency, CancellationToken cancellation) =>
            real.DiscardAsync(deliveryId, agency, cancellation);
    }
}
