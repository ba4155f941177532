using Agency.Adapter.Incoming;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Incoming;

public sealed class ReceiveTests
{
    private static readonly Answer Done = new Answer.Done();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Takes_a_delivery_from_the_queue_to_the_agency_and_answers_done_and_01(bool asReference)
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync("G22", "H37", attachmentBytes: asReference ? 300_000 : 100);
        var delivery = adapter.Delivery(package, asReference: asReference);

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        var item = await OfferedAsync(adapter, delivery.DeliveryId);
        item.Metadata.Subject.ShouldBe("V/v thử nghiệm");
        await using (var bytes = await adapter.OpenAsync(delivery.DeliveryId))
        {
            using var copy = new MemoryStream();
            await bytes.CopyToAsync(copy, TestContext.Current.CancellationToken);
            copy.ToArray().ShouldBe(package);
        }

        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, Done, CancellationToken.None)).ShouldBe(AnswerOutcome.Recorded);
        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, Done, CancellationToken.None)).ShouldBe(AnswerOutcome.Repeated);

        adapter.Inbox.List("H37", null, null, 10).ShouldBeEmpty();
        var lines = await AcknowledgedAsync(adapter, 2);
        lines.Select(line => line.Kind).ShouldBe([AcknowledgeKind.Processing, AcknowledgeKind.Done]);
        lines.ShouldAllBe(line => line.PackageSha256 == item.PackageSha256 && line.DeliveryId == delivery.DeliveryId);
        var arrival = (await Wait.ForAsync(() => adapter.Sent<SubmitMessage>(WireNames.Submit), sent => sent.Count > 0, "the 01 was sent")).ShouldHaveSingleItem();
        var manifest = Manifest.Read(arrival.Manifest).Manifest.ShouldNotBeNull();
        manifest.Kind.ShouldBe(Manifest.Status);
        manifest.TargetDelivery.ShouldBe(delivery.DeliveryId);
        manifest.TargetDoneAt.ShouldBe(lines[1].At);
        manifest.Receivers.ShouldBe(["G22"]);
    }

    [Fact]
    public async Task Folds_a_repeated_delivery_and_answers_with_its_current_state()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await OfferedAsync(adapter, delivery.DeliveryId);
        await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, Done, CancellationToken.None);
        await AcknowledgedAsync(adapter, 2);
        await adapter.RestartAsync();

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery with { Attempt = 2 });

        var line = (await AcknowledgedAsync(adapter, 1))[^1];
        line.Kind.ShouldBe(AcknowledgeKind.Done);
        line.Attempt.ShouldBe(2);
        adapter.Inbox.List("H37", null, null, 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task Offers_again_after_a_restart_what_was_taken_but_not_acknowledged()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        var item = await OfferedAsync(adapter, delivery.DeliveryId);
        await (await adapter.OpenAsync(delivery.DeliveryId)).DisposeAsync();

        await adapter.RestartAsync();

        var again = adapter.Inbox.List("H37", "edoc", null, 10).ShouldHaveSingleItem();
        again.Taken.ShouldBeTrue();
        again.Cursor.ShouldBe(item.Cursor);
        await adapter.CancelAsync(delivery.DeliveryId, 1);
        // PROCESSING may come first: whether it left before the restart is open.
        var lines = await Wait.ForAsync(
            adapter.Acknowledged, all => all.Any(line => line.Kind is AcknowledgeKind.Taken or AcknowledgeKind.Cancelled), "the cancel was answered");
        lines[^1].Kind.ShouldBe(AcknowledgeKind.Taken);
    }

    [Fact]
    public async Task Does_not_show_a_package_whose_bytes_are_not_the_manifests()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37")) with { Package = await Packages.EdocAsync("G22", "H37", "9") };
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        var line = (await AcknowledgedAsync(adapter, 1)).ShouldHaveSingleItem();
        line.Kind.ShouldBe(AcknowledgeKind.Fail);
        line.Cause.ShouldBe(FailCause.Adapter);
        line.Reason.ShouldNotBeNull().ShouldStartWith(ErrorCatalogue.PackageHashMismatch.Code);
    }

    [Fact]
    public async Task Refuses_a_package_sealed_by_another_agency()
    {
        await using var adapter = await TestAdapter.StartAsync();
        await adapter.Get<Adapter.Served.AgencyDirectory>().UpdateAsync([new(Guid.CreateVersion7(), "G22", [], "VPCP", "", true, null, "G22")]);
        using var other = adapter.Issue("H41", "H41");
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"), sealedBy: other);

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);

        var lines = await AcknowledgedAsync(adapter, 2);
        lines[1].Kind.ShouldBe(AcknowledgeKind.Fail);
        lines[1].Reason.ShouldNotBeNull().ShouldStartWith(ErrorCatalogue.SealNotOfAgency.Code);
    }

    /// <summary>Whoever acts under a delegation seals with its own key; what the delegation does not cover is refused here too.</summary>
    [Theory]
    [InlineData("cong-van", null)]
    [InlineData("thong-bao", "AXS-1042")]
    public async Task Accepts_the_seal_of_an_adapter_that_the_sender_has_delegated_such_documents_to(string covered, string? refusal)
    {
        await using var adapter = await TestAdapter.StartAsync();
        await adapter.Get<Adapter.Served.AgencyDirectory>().UpdateAsync(
        [
            new(Guid.CreateVersion7(), "G22", [], "VPCP", "", true, null, "G22") { Delegations = [new("H41", DateTimeOffset.UnixEpoch, null, [covered])] },
        ]);
        using var acting = adapter.Issue("H41", "H41");
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"), sealedBy: acting);

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);

        if (refusal is null)
        {
            await OfferedAsync(adapter, delivery.DeliveryId);
        }
        else
        {
            (await AcknowledgedAsync(adapter, 2))[1].Reason.ShouldNotBeNull().ShouldStartWith(refusal);
        }
    }

    [Fact]
    public async Task Takes_a_higher_attempt_in_after_it_failed()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync("G22", "H37", attachmentBytes: 300_000);
        var delivery = adapter.Delivery(package, asReference: true);
        adapter.Hub.Contents.Clear();
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        var lines = await AcknowledgedAsync(adapter, 2);
        lines[1].Reason.ShouldNotBeNull().ShouldStartWith(ErrorCatalogue.DeliveredContentMissing.Code);

        adapter.Hub.Contents[delivery.Content!.Sha256] = package;
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery with { Attempt = 2 });

        await OfferedAsync(adapter, delivery.DeliveryId);
    }

    [Fact]
    public async Task Waits_for_the_certificate_while_the_hub_is_away()
    {
        await using var adapter = await TestAdapter.StartAsync();
        adapter.Hub.IsAway = true;
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await AcknowledgedAsync(adapter, 1);
        adapter.Inbox.List("H37", null, null, 10).ShouldBeEmpty();

        adapter.Hub.IsAway = false;

        await OfferedAsync(adapter, delivery.DeliveryId);
    }

    [Fact]
    public async Task Gives_back_what_was_not_handed_out_and_keeps_the_tombstone_over_a_restart()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await OfferedAsync(adapter, delivery.DeliveryId);

        await adapter.CancelAsync(delivery.DeliveryId, 1);
        (await AcknowledgedAsync(adapter, 2))[^1].Kind.ShouldBe(AcknowledgeKind.Cancelled);
        (await adapter.Inbox.OpenPackageAsync("H37", delivery.DeliveryId, CancellationToken.None)).ShouldBeOfType<OpenOutcome.GivenBack>();
        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, Done, CancellationToken.None)).ShouldBe(AnswerOutcome.GivenBack);

        await adapter.RestartAsync();
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        (await AcknowledgedAsync(adapter, 1))[^1].Kind.ShouldBe(AcknowledgeKind.Cancelled);
        adapter.Inbox.List("H37", null, null, 10).ShouldBeEmpty();
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery with { Attempt = 2 });
        await OfferedAsync(adapter, delivery.DeliveryId);
    }

    [Fact]
    public async Task Keeps_a_tombstone_for_what_it_never_held()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.CancelAsync(delivery.DeliveryId, 2);
        var line = (await AcknowledgedAsync(adapter, 1)).ShouldHaveSingleItem();
        (line.Kind, line.Attempt).ShouldBe((AcknowledgeKind.Cancelled, 2));
        line.PackageSha256.ShouldBeNull();

        await adapter.RestartAsync();
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery with { Attempt = 2 });
        (await AcknowledgedAsync(adapter, 1))[^1].Kind.ShouldBe(AcknowledgeKind.Cancelled);
        await adapter.QueryAsync(7, new QueryItem(delivery.DeliveryId, 2), new QueryItem(delivery.DeliveryId, 3));
        (await AcknowledgedAsync(adapter, 3)).Skip(1).Select(answer => answer.Kind).ShouldBe([AcknowledgeKind.Cancelled, AcknowledgeKind.Unknown]);
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery with { Attempt = 3 });
        await OfferedAsync(adapter, delivery.DeliveryId);
    }

    [Fact]
    public async Task Answers_a_query_with_states_and_unknown()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var held = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, held);
        await AcknowledgedAsync(adapter, 1);
        var unknown = Guid.CreateVersion7();

        await adapter.QueryAsync(42, new QueryItem(held.DeliveryId, 1), new QueryItem(unknown, 3));

        var lines = (await AcknowledgedAsync(adapter, 3)).Skip(1).ToList();
        lines.ShouldAllBe(line => line.QueryNumber == 42);
        lines[0].Kind.ShouldBe(AcknowledgeKind.Processing);
        (lines[1].DeliveryId, lines[1].Attempt, lines[1].Kind).ShouldBe((unknown, 3, AcknowledgeKind.Unknown));
        lines[1].PackageSha256.ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_acknowledgements_until_the_broker_has_confirmed_them()
    {
        await using var adapter = await TestAdapter.StartAsync();
        adapter.Link.Answer = _ => new Adapter.HubLink.PublishOutcome.Unavailable("off");
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await OfferedAsync(adapter, delivery.DeliveryId);
        await adapter.RestartAsync();
        (await AcknowledgedAsync(adapter, 1)).ShouldHaveSingleItem().Kind.ShouldBe(AcknowledgeKind.Processing);
    }

    [Fact]
    public async Task Believes_a_done_after_the_agencys_own_fail()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await OfferedAsync(adapter, delivery.DeliveryId);
        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Fail("no"), CancellationToken.None)).ShouldBe(AnswerOutcome.Recorded);
        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, Done, CancellationToken.None)).ShouldBe(AnswerOutcome.Recorded);
        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Fail("no"), CancellationToken.None)).ShouldBe(AnswerOutcome.Contradicts);
        var lines = await AcknowledgedAsync(adapter, 3);
        lines.Select(line => line.Kind).ShouldBe([AcknowledgeKind.Processing, AcknowledgeKind.Fail, AcknowledgeKind.Done]);
        lines[1].Cause.ShouldBe(FailCause.Agency);
    }

    [Theory]
    [InlineData("deliver", 0)]
    [InlineData("deliver", 2)]
    [InlineData("freeze", 1)]
    public async Task Refuses_by_name_a_version_or_kind_it_does_not_speak(string kind, int version)
    {
        await using var adapter = await TestAdapter.StartAsync();
        await Should.ThrowAsync<Adapter.HubLink.MessageRejectedException>(
            () => adapter.Link.DeliverAsync(kind, new QueryMessage(1, []), version));
    }

    [Fact]
    public async Task Leaves_a_delivery_at_the_broker_while_the_disk_reserve_is_reached()
    {
        await using var adapter = await TestAdapter.StartAsync(options => options.DiskReserve = long.MaxValue / 2);
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await Should.ThrowAsync<IOException>(() => adapter.Link.DeliverAsync(WireNames.Deliver, delivery));
    }

    private static Task<InboxItem> OfferedAsync(TestAdapter adapter, Guid deliveryId) => Wait.ForAsync(
        () => adapter.Inbox.List("H37", null, null, 100).FirstOrDefault(item => item.DeliveryId == deliveryId)!,
        item => item is not null, "the delivery is offered");

    private static Task<IReadOnlyList<AcknowledgeItem>> AcknowledgedAsync(TestAdapter adapter, int count) =>
        Wait.ForAsync(adapter.Acknowledged, lines => lines.Count >= count, $"{count} lines were acknowledged");
}
