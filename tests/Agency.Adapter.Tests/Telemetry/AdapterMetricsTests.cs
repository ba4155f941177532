using Agency.Adapter.HubLink;
using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Folder;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Simulator.Nation;
using Microsoft.Extensions.Hosting;

namespace Agency.Adapter.Tests.Telemetry;

/// <summary>Every metric with a value that a real flow gave it.</summary>
public sealed class AdapterMetricsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Counts_what_an_agency_hands_over_to_the_hubs_answer() => SendAsync(_ => { });

    [Fact]
    public Task Counts_what_arrives_until_its_agency_has_answered() => ReceiveAsync(_ => { });

    [Fact]
    public Task Counts_what_cannot_be_taken() => RefuseAsync(_ => { });

    [Fact]
    public Task Counts_stamps_uploads_and_fetches() => TransferAsync(_ => { });

    [Fact]
    public Task Counts_what_goes_through_a_folder_and_what_holds_it_up() => FolderAsync(_ => { });

    [Fact]
    public Task Shows_what_waits_and_since_when() => WaitingAsync(_ => { });

    [Fact]
    public async Task A_code_of_the_hub_that_is_not_known_here_is_counted_as_other()
    {
        await using var adapter = await TestAdapter.StartAsync();
        using var watch = new MeterWatch(adapter.Services);
        adapter.Hub.Downloading = () => throw new HubRefusedException(new Finding("AXS-9999-of-a-later-hub", Severity.Refusal, "", "mới", "new"));

        await adapter.Link.DeliverAsync(
            WireNames.Deliver, adapter.Delivery(await Packages.EdocAsync("G22", "H37", attachmentBytes: 200_000), asReference: true));

        await watch.CountsAsync("deliveries.failed{code=other,kind=edoc}");
        await Wait.UntilAsync(
            () => adapter.Acknowledged().Any(item => item.Reason?.Contains("AXS-9999-of-a-later-hub", StringComparison.Ordinal) == true), "the hub is told its own code");
    }

    [Fact]
    public async Task Every_metric_has_been_seen_in_one_of_these_flows()
    {
        var (all, seen) = (new HashSet<string>(), new HashSet<string>());
        void Note(MeterWatch watch)
        {
            all.UnionWith(watch.Names);
            seen.UnionWith(watch.Seen);
        }

        await SendAsync(Note);
        await ReceiveAsync(Note);
        await RefuseAsync(Note);
        await TransferAsync(Note);
        await FolderAsync(Note);
        await WaitingAsync(Note);
        await TellAsync(Note);
        all.Count.ShouldBeGreaterThan(20);
        all.Except(seen).ShouldBeEmpty();
    }

    private static async Task TellAsync(Action<MeterWatch> note)
    {
        var folder = Directory.CreateTempSubdirectory("axis-adapter-metrics-").FullName;
        try
        {
            await using var adapter = await TestAdapter.StartAsync(options => options.Agencies[0].Folder = folder);
            using var watch = new MeterWatch(adapter.Services);
            var now = TimeProvider.System.GetUtcNow();
            var finding = new Finding("AXS-9001", Severity.Refusal, "", "không gửi được", "not delivered");

            await adapter.Link.DeliverAsync(
                WireNames.Alerts, adapter.SealByHub(new AlertsBody([new(Guid.CreateVersion7(now), "delivery-failed", finding, now, now, 1, "G22", Counterpart: "H37")])));

            await Wait.UntilAsync(() => watch.Seen.Contains("axis.adapter.alerts.told"), "the folder has it");
            note(watch);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SendAsync(Action<MeterWatch> note)
    {
        await using var adapter = await TestAdapter.StartAsync();
        using var watch = new MeterWatch(adapter.Services);
        var refusals = 1;
        adapter.Link.Answer = key => key == WireNames.Submit && refusals-- > 0 ? new PublishOutcome.Refused("full") : PublishOutcome.Confirmed.Instance;
        var package = await Packages.EdocAsync();
        var id = (await adapter.HandOverAsync(package, "k1")).ShouldBeOfType<SubmitOutcome.Accepted>().SubmissionId;
        await watch.CountsAsync("submissions.sent{kind=edoc}");
        await adapter.HandOverAsync(package, "k1");
        await adapter.HandOverAsync(await Packages.EdocAsync(number: "7817"), "k1");
        await adapter.ReceiptAsync(ReceiptOf(adapter, id, ReceiptOutcome.Accepted));

        watch["packages{outcome=accepted}"].ShouldBe(1);
        watch["packages{outcome=repeated}"].ShouldBe(1);
        watch["packages{outcome=conflict}"].ShouldBe(1);
        watch["submissions.spooled{kind=edoc}"].ShouldBe(1);
        watch["publish.refused{kind=submit,outcome=refused}"].ShouldBe(1);
        watch["messages{kind=receipts,outcome=taken}"].ShouldBe(1);
        watch["submissions.answered{outcome=accepted}"].ShouldBe(1);
        watch["submissions.duration{outcome=accepted}"].ShouldBe(1);
        note(watch);
    }

    private static async Task ReceiveAsync(Action<MeterWatch> note)
    {
        await using var adapter = await TestAdapter.StartAsync();
        using var watch = new MeterWatch(adapter.Services);
        var taken = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        var refused = adapter.Delivery(await Packages.EdocAsync("G22", "H37", number: "2"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, taken);
        await adapter.Link.DeliverAsync(WireNames.Deliver, refused);
        await Wait.UntilAsync(() => adapter.Inbox.List("H37", null, null, 10).Count == 2, "both are offered");
        await (await adapter.OpenAsync(taken.DeliveryId)).DisposeAsync();
        await adapter.Inbox.AcknowledgeAsync("H37", taken.DeliveryId, new Answer.Done(), Stop);
        await adapter.Inbox.AcknowledgeAsync("H37", taken.DeliveryId, new Answer.Done(), Stop);
        await adapter.Inbox.AcknowledgeAsync("H37", refused.DeliveryId, new Answer.Fail("not ours"), Stop);
        await watch.CountsAsync("acknowledgements.sent{kind=fail}");

        watch["messages{kind=deliver,outcome=taken}"].ShouldBe(2);
        watch["deliveries.received{kind=edoc}"].ShouldBe(2);
        watch["deliveries.placed{interface=rest,kind=edoc}"].ShouldBe(1);
        watch["deliveries.acknowledged{answer=done,kind=edoc}"].ShouldBe(1);
        watch["deliveries.acknowledged{answer=fail,kind=edoc}"].ShouldBe(1);
        watch["acknowledgements.sent{kind=processing}"].ShouldBe(2);
        watch["acknowledgements.sent{kind=done}"].ShouldBe(1);
        watch["submissions.spooled{kind=status}"].ShouldBe(1);
        note(watch);
    }

    private static async Task RefuseAsync(Action<MeterWatch> note)
    {
        await using var adapter = await TestAdapter.StartAsync();
        using var watch = new MeterWatch(adapter.Services);
        (await adapter.HandOverAsync([1, 2, 3])).ShouldBeOfType<SubmitOutcome.Refused>();
        var good = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, good with { Package = [1, 2, 3] });
        await adapter.Link.DeliverAsync(WireNames.Deliver, good with { DeliveryId = Guid.CreateVersion7(), Seal = [1] });
        await Should.ThrowAsync<MessageRejectedException>(adapter.Link.DeliverAsync(WireNames.Deliver, good with { Manifest = [1] }));
        await Should.ThrowAsync<MessageRejectedException>(adapter.Link.DeliverAsync("gossip about " + good.DeliveryId, good));
        adapter.Options.DiskReserve = long.MaxValue;
        (await adapter.HandOverAsync(await Packages.EdocAsync())).ShouldBeOfType<SubmitOutcome.DiskFull>();
        await Should.ThrowAsync<IOException>(adapter.Link.DeliverAsync(WireNames.Deliver, good));

        watch["packages{outcome=refused}"].ShouldBe(1);
        watch["packages{outcome=disk_full}"].ShouldBe(1);
        watch["messages{kind=deliver,outcome=rejected}"].ShouldBe(1);
        watch["messages{kind=unknown,outcome=rejected}"].ShouldBe(1);
        watch["messages{kind=deliver,outcome=held}"].ShouldBe(1);
        watch[$"deliveries.failed{{code={ErrorCatalogue.PackageHashMismatch.Code},kind=edoc}}"].ShouldBe(1);
        await watch.CountsAsync($"deliveries.failed{{code={ErrorCatalogue.SealMissing.Code},kind=edoc}}");
        note(watch);
    }

    private static async Task TransferAsync(Action<MeterWatch> note)
    {
        await using var adapter = new TestAdapter();
        await using var stamps = adapter.AddTimeStamps();
        adapter.Hub.IsAway = true;
        await adapter.StartWithAsync();
        using var watch = new MeterWatch(adapter.Services);
        await adapter.HandOverAsync(await Packages.EdocAsync(attachmentBytes: 200_000));
        await Wait.UntilAsync(() => watch[$"time_stamps{{verdict={ErrorCatalogue.TimeStampAuthorityAway.Code}}}"] > 0, "the authority was asked in vain");
        await stamps.StartAsync(Stop);
        await watch.CountsAsync("time_stamps{verdict=ok}");
        await Wait.UntilAsync(() => watch["uploads{outcome=held}"] > 0, "the hub was asked in vain");
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37", attachmentBytes: 200_000), asReference: true);
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => watch["fetches{outcome=held}"] > 0, "the hub was asked in vain");
        adapter.Hub.IsAway = false;
        await watch.CountsAsync("uploads{outcome=complete}");
        await watch.CountsAsync("fetches{outcome=complete}");
        var gone = adapter.Delivery(await Packages.EdocAsync("G22", "H37", number: "2", attachmentBytes: 200_000), asReference: true);
        adapter.Hub.Contents.Clear();
        await adapter.Link.DeliverAsync(WireNames.Deliver, gone);
        await watch.CountsAsync("fetches{outcome=refused}");
        await watch.CountsAsync($"deliveries.failed{{code={ErrorCatalogue.DeliveredContentMissing.Code},kind=edoc}}");
        note(watch);
    }

    private static async Task FolderAsync(Action<MeterWatch> note)
    {
        await using var rig = await FolderRig.StartAsync();
        using var watch = new MeterWatch(rig.Services);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await g22.SubmitAsync(await Letters.WriteAsync(to: "H41"));
        await Until.Async(() => rig.Names("inbox").Length == 1);
        await watch.CountsAsync("deliveries.placed{interface=folder,kind=edoc}");

        note(watch);

        await rig.StopAsync();
        Directory.Delete(rig.Tree(), recursive: true);
        await File.WriteAllTextAsync(rig.Tree(), "no folder", Stop);
        await rig.StartAgainAsync();
        using var again = new MeterWatch(rig.Services);
        await Wait.UntilAsync(() => again["loops.held{loop=CollectOutboxes}"] > 0, "the folder is missed");
        note(again);
    }

    private static async Task WaitingAsync(Action<MeterWatch> note)
    {
        var clock = new ShiftedClock();
        await using var adapter = new TestAdapter(options =>
        {
            options.TimeStampAuthority = $"http://127.0.0.1:{LoopbackPorts.Take()}/";
            options.TimeStampRootsPath = options.RootsPath;
            options.DiskReserve = 7;
        })
        { Clock = () => clock };
        adapter.Link.Answer = _ => new PublishOutcome.Unavailable("away");
        await adapter.StartWithAsync();
        using var watch = new MeterWatch(adapter.Services);
        watch["link.connected"].ShouldBe(1);
        adapter.Link.State = LinkState.Disconnected;
        watch["link.connected"].ShouldBe(0);
        await adapter.HandOverAsync(await Packages.EdocAsync());
        await adapter.Link.DeliverAsync(WireNames.Deliver, adapter.Delivery(await Packages.EdocAsync("G22", "H37")));
        await Wait.UntilAsync(() => adapter.Inbox.List("H37", null, null, 10).Count == 1, "it is offered");
        clock.Ahead = TimeSpan.FromHours(2);
        adapter.Services.GetServices<IHostedService>().OfType<SampleSpool>().Single().Sample();

        watch["submissions.waiting{waits_for=time_stamp}"].ShouldBe(1);
        watch["submissions.waiting{waits_for=submit}"].ShouldBe(0);
        watch["submissions.waiting.age{waits_for=time_stamp}"].ShouldBeInRange(7_200, 7_260);
        watch["deliveries.waiting{waits_for=agency}"].ShouldBe(1);
        watch["deliveries.waiting.age{waits_for=agency}"].ShouldBeInRange(7_200, 7_260);
        watch["deliveries.waiting.age{waits_for=content}"].ShouldBe(0);
        watch["acknowledgements.waiting"].ShouldBe(1);
        watch["spool.free"].ShouldBeGreaterThan(0);
        watch["spool.reserve"].ShouldBe(7);
        note(watch);
    }

    private static Receipt ReceiptOf(TestAdapter adapter, Guid submission, ReceiptOutcome outcome) => new(
        submission, 1, outcome, adapter.Track.Find("H37", submission)!.PackageSha256, TimeProvider.System.GetUtcNow(),
        [new ReceiptReceiver("G22", ReceiverOutcome.Delivery, Guid.CreateVersion7())], [], Guid.CreateVersion7());
}
