using System.Net;
using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.TestKit;

namespace Agency.Adapter.Tests.Spool;

/// <summary>
/// A disk without a byte left, and no reserve that would tell before: nothing that was promised is lost, nothing is promised that cannot be kept,
/// and all goes on when there is room.
/// </summary>
public sealed class FullDiskTests
{
    private const int Megabytes = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [TinyDiskFact]
    public async Task Refuses_packages_by_a_code_and_keeps_every_one_that_it_accepted()
    {
        using var disk = new TinyDisk(Megabytes);
        await using var adapter = await StartAsync(disk);
        adapter.Link.Answer = _ => new Adapter.HubLink.PublishOutcome.Unavailable("away");
        disk.Fill(leave: 600_000);
        var accepted = new HashSet<Guid>();
        var refused = 0;
        for (var number = 1; number <= 60; number++)
        {
            // Large ones go into files, small ones into the database: both ways meet the end of the disk.
            switch (await adapter.HandOverAsync(await Packages.EdocAsync(number: $"{number}", attachmentBytes: number % 3 == 0 ? 40_000 : 10_000)))
            {
                case SubmitOutcome.Accepted one:
                    accepted.Add(one.SubmissionId);
                    break;
                case SubmitOutcome.DiskFull full:
                    full.Finding.Code.ShouldBe(ErrorCatalogue.SpoolFull.Code);
                    refused++;
                    break;
                case var other:
                    throw new InvalidOperationException($"{other}");
            }
        }

        accepted.ShouldNotBeEmpty();
        refused.ShouldBeGreaterThan(0);
        adapter.Track.List("H37", 0, 100).Select(view => view.SubmissionId).ShouldBe(accepted, ignoreOrder: true);
        disk.MakeRoom();
        await adapter.RestartAsync();

        (await adapter.HandOverAsync(await Packages.EdocAsync(number: "99"))).ShouldBeOfType<SubmitOutcome.Accepted>();
        await Wait.UntilAsync(
            () => accepted.IsSubsetOf(adapter.Sent<SubmitMessage>(WireNames.Submit).Select(message => message.SubmissionId)), "all that was accepted was sent");
    }

    [TinyDiskFact]
    public async Task Leaves_a_delivery_at_the_broker_until_there_is_room()
    {
        using var disk = new TinyDisk(Megabytes);
        await using var adapter = await StartAsync(disk);
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37", attachmentBytes: 20_000));
        disk.Fill();

        (await Should.ThrowAsync<Exception>(() => adapter.Link.DeliverAsync(WireNames.Deliver, delivery))).ShouldNotBeOfType<Adapter.HubLink.MessageRejectedException>();
        adapter.Acknowledged().ShouldBeEmpty();
        disk.MakeRoom();

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => adapter.Inbox.Find("H37", delivery.DeliveryId) is { State: DeliveryPhase.Available }, "it is offered");
        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Done(), Stop)).ShouldBe(AnswerOutcome.Recorded);
    }

    [TinyDiskFact]
    public async Task Goes_on_fetching_when_there_is_room_and_fails_nothing_meanwhile()
    {
        using var disk = new TinyDisk(Megabytes);
        await using var adapter = await StartAsync(disk);
        var package = await Packages.EdocAsync("G22", "H37", attachmentBytes: 1_500_000);
        var delivery = adapter.Delivery(package, asReference: true);
        var begun = 0;
        adapter.Hub.Downloading = () =>
        {
            if (Interlocked.Increment(ref begun) == 1)
            {
                disk.Fill(leave: 500_000);
            }
        };

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => begun > 1 || HasBrokenOff(), "it has met the end of the disk");
        disk.MakeRoom();

        await Wait.UntilAsync(() => adapter.Inbox.Find("H37", delivery.DeliveryId) is { State: DeliveryPhase.Available }, "it is offered");
        await using var bytes = await adapter.OpenAsync(delivery.DeliveryId);
        using var copy = new MemoryStream();
        await bytes.CopyToAsync(copy, Stop);
        copy.ToArray().ShouldBe(package);
        adapter.Acknowledged().ShouldAllBe(line => line.Kind == AcknowledgeKind.Processing);

        // Some bytes are here and there is no room for the next ones.
        bool HasBrokenOff() => begun == 1 && new DriveInfo(disk.Path).AvailableFreeSpace == 0
            && Directory.EnumerateFiles(Path.Combine(disk.Path, "spool", "half")).Any(file => new FileInfo(file).Length > 0);
    }

    [TinyDiskFact]
    public async Task Waits_with_a_folder_on_a_full_disk_and_shows_the_package_whole()
    {
        using var disk = new TinyDisk(Megabytes);
        await using var adapter = await TestAdapter.StartAsync(options =>
        {
            options.Agencies[0].Interface = InboundInterface.Folder;
            options.Agencies[0].Folder = Path.Combine(disk.Path, "h37");
        });
        await Wait.UntilAsync(() => Directory.Exists(Path.Combine(disk.Path, "h37", "inbox", ".part")), "the folders are there");
        var package = await Packages.EdocAsync("G22", "H37", attachmentBytes: 300_000);
        var delivery = adapter.Delivery(package, asReference: true);
        disk.Fill(leave: 100_000);

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => adapter.Spool.Read(spool => IncomingStore.Find(spool, delivery.DeliveryId))?.WaitsFor is not null, "it waits for room");
        Directory.EnumerateFiles(Path.Combine(disk.Path, "h37", "inbox")).ShouldBeEmpty();
        disk.MakeRoom();

        await Wait.UntilAsync(() => Directory.EnumerateFiles(Path.Combine(disk.Path, "h37", "inbox")).Any(), "it is shown");
        (await File.ReadAllBytesAsync(Directory.EnumerateFiles(Path.Combine(disk.Path, "h37", "inbox")).Single(), Stop)).ShouldBe(package);
    }

    [TinyDiskFact]
    public async Task Answers_507_to_whatever_its_agencies_hand_over_and_takes_it_when_there_is_room()
    {
        using var disk = new TinyDisk(Megabytes);
        await using var rig = await AdapterRig.StartAsync(options => options.SpoolFolder = Path.Combine(disk.Path, "spool"));
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted);
        var arrived = (await h37.InboxAsync(1))[0]!["deliveryId"]!.GetValue<string>();
        disk.Fill();

        (await g22.SubmitAsync(await Letters.WriteAsync(number: 2)).JsonAsync(HttpStatusCode.InsufficientStorage))["code"]!.GetValue<string>().ShouldBe("AXS-5001");
        (await h37.TellAsync($"v1/inbox/{arrived}/acknowledge", new { result = "done" }, HttpStatusCode.InsufficientStorage))["code"]!.GetValue<string>().ShouldBe("AXS-5001");
        disk.MakeRoom();

        await g22.SubmitAsync(await Letters.WriteAsync(number: 2)).JsonAsync(HttpStatusCode.Accepted);
        await h37.TellAsync($"v1/inbox/{arrived}/acknowledge", new { result = "done" });
    }

    private static Task<TestAdapter> StartAsync(TinyDisk disk) => TestAdapter.StartAsync(options =>
    {
        options.SpoolFolder = Path.Combine(disk.Path, "spool");
        options.InlineLimit = 20_000;
    });
}
