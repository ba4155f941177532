using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Outgoing;

public sealed class SubmitTests
{
    [Fact]
    public async Task Sends_a_package_under_its_seal()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync();

        var accepted = (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Accepted>();

        var sent = await SentAsync(adapter, 1);
        sent[0].SubmissionId.ShouldBe(accepted.SubmissionId);
        sent[0].Try.ShouldBe(1);
        sent[0].Package.ShouldBe(package);
        var manifest = Manifest.Read(sent[0].Manifest).Manifest.ShouldNotBeNull();
        manifest.Sender.ShouldBe("H37");
        manifest.Receivers.ShouldBe(["G22"]);
        manifest.SubmissionId.ShouldBe(accepted.SubmissionId);
        var verdict = await adapter.Get<SealVerifier>().VerifyAsync(sent[0].Manifest, sent[0].Seal, TestContext.Current.CancellationToken);
        verdict.IsOk.ShouldBeTrue();
        adapter.Track.Find("H37", accepted.SubmissionId).ShouldNotBeNull().HandedOverAt.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task Gives_a_repeat_the_same_id_and_sends_once()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync();

        var first = (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Accepted>();
        var second = (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Repeated>();

        second.SubmissionId.ShouldBe(first.SubmissionId);
        await SentAsync(adapter, 1);
    }

    [Fact]
    public async Task Names_a_conflict_when_a_key_comes_with_other_bytes()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var first = (await adapter.HandOverAsync(await Packages.EdocAsync(), "k1")).ShouldBeOfType<SubmitOutcome.Accepted>();

        var second = (await adapter.HandOverAsync(await Packages.EdocAsync(number: "7817"), "k1")).ShouldBeOfType<SubmitOutcome.Conflict>();

        second.SubmissionId.ShouldBe(first.SubmissionId);
        second.Finding.Code.ShouldBe(ErrorCatalogue.SubmissionConflict.Code);
    }

    [Fact]
    public async Task Refuses_a_package_of_another_agency_and_keeps_nothing()
    {
        await using var adapter = await TestAdapter.StartAsync(options => options.Agencies.Add(new AgencyOptions { Code = "H41" }));
        await adapter.Get<Adapter.Served.AgencyDirectory>().UpdateAsync([Entry("H37"), Entry("H41")]);

        var refused = (await adapter.HandOverAsync(await Packages.EdocAsync(from: "H41"))).ShouldBeOfType<SubmitOutcome.Refused>();

        refused.Findings.ShouldContain(finding => finding.Code == ErrorCatalogue.SenderNotServed.Code);
        adapter.Track.List("H37", 0, 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_what_is_no_package_with_the_element_at_fault()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var refused = (await adapter.HandOverAsync("<edXML/>"u8.ToArray())).ShouldBeOfType<SubmitOutcome.Refused>();
        refused.Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Refuses_before_it_loses_when_the_disk_reserve_is_reached()
    {
        await using var adapter = await TestAdapter.StartAsync(options => options.DiskReserve = long.MaxValue / 2);
        var full = (await adapter.HandOverAsync(await Packages.EdocAsync())).ShouldBeOfType<SubmitOutcome.DiskFull>();
        full.Finding.Code.ShouldBe(ErrorCatalogue.SpoolFull.Code);
        adapter.Track.List("H37", 0, 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task Waits_in_the_spool_while_the_broker_refuses_and_says_why()
    {
        await using var adapter = await TestAdapter.StartAsync();
        adapter.Link.Answer = _ => new PublishOutcome.Refused("312 NO_ROUTE");
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync())).SubmissionId;
        await Wait.UntilAsync(() => adapter.Track.Find("H37", id)!.WaitsFor == "312 NO_ROUTE", "the reason is shown");

        adapter.Link.Answer = _ => PublishOutcome.Confirmed.Instance;

        await SentAsync(adapter, 1);
        await Wait.UntilAsync(() => adapter.Track.Find("H37", id) is { State: SubmissionState.Sent, WaitsFor: null }, "it is sent");
    }

    [Fact]
    public async Task A_package_of_a_suspended_adapter_waits_with_the_hubs_word_and_not_with_the_brokers()
    {
        await using var adapter = new TestAdapter();
        var refusal = Finding.Refuse(ErrorCatalogue.AdapterSuspended, "", "H37", "2026-11-23");
        adapter.Hub.Refusing = refusal;
        await adapter.StartWithAsync();
        await Wait.UntilAsync(() => adapter.Get<LinkWatch>().Refusal == refusal, "the hub has said so");
        adapter.Link.Answer = _ => new PublishOutcome.Refused("403 ACCESS_REFUSED");

        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync())).SubmissionId;

        await Wait.UntilAsync(() => adapter.Track.Find("H37", id)!.WaitsFor is not null, "it waits");
        adapter.Track.Find("H37", id)!.WaitsFor.ShouldBe($"AXS-1048 {refusal.English}");
    }

    [Fact]
    public async Task One_whose_bytes_were_lost_waits_with_a_code_and_holds_up_no_other_until_they_are_brought_again()
    {
        await using var adapter = await TestAdapter.StartAsync();
        adapter.Link.Answer = _ => new PublishOutcome.Unavailable("off");
        var package = await Packages.EdocAsync();
        var lost = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(package)).SubmissionId;
        await adapter.Spool.WriteAsync(transaction => transaction.Execute("DELETE FROM Content"));
        adapter.Link.Answer = _ => PublishOutcome.Confirmed.Instance;

        var other = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync(number: "7817"))).SubmissionId;
        (await SentAsync(adapter, 1))[0].SubmissionId.ShouldBe(other);
        await Wait.UntilAsync(() => adapter.Track.Find("H37", lost)!.WaitsFor?.StartsWith(ErrorCatalogue.ContentLost.Code, StringComparison.Ordinal) == true, "it waits");
        (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Repeated>().SubmissionId.ShouldBe(lost);

        var message = (await SentAsync(adapter, 2))[1];
        (message.SubmissionId, message.Try).ShouldBe((lost, 1));
        message.Package.ShouldBe(package);
    }

    [Fact]
    public async Task Sends_what_was_spooled_when_it_died_before_sending()
    {
        await using var adapter = await TestAdapter.StartAsync();
        adapter.Link.Answer = _ => new PublishOutcome.Unavailable("off");
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync())).SubmissionId;

        await adapter.RestartAsync();

        (await SentAsync(adapter, 1))[0].SubmissionId.ShouldBe(id);
    }

    [Fact]
    public async Task Sends_a_confirmed_submission_without_receipt_again_under_the_same_id_and_try()
    {
        await using var adapter = await TestAdapter.StartAsync(options => options.ReceiptPatience = TimeSpan.FromMilliseconds(50));
        await adapter.HandOverAsync(await Packages.EdocAsync());

        var sent = await SentAsync(adapter, 3);

        sent.Select(message => (message.SubmissionId, message.Try)).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Uploads_a_large_package_before_it_names_it_and_again_when_the_hub_misses_it()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync(attachmentBytes: 200_000);
        await adapter.HandOverAsync(package);

        var sent = (await SentAsync(adapter, 1))[0];
        sent.Package.ShouldBeNull();
        sent.Content.ShouldBe(new ContentReference(Hash(package), package.Length));
        adapter.Hub.Contents[Hash(package)].ShouldBe(package);

        await adapter.ReceiptAsync(Receipt(sent.SubmissionId, 1, ReceiptOutcome.ContentMissing, package));

        var again = (await SentAsync(adapter, 2))[1];
        again.SubmissionId.ShouldBe(sent.SubmissionId);
        again.Try.ShouldBe(1);
        adapter.Hub.Uploads.ShouldBe(2);
    }

    [Fact]
    public async Task Holds_a_large_package_while_the_hub_is_away()
    {
        await using var adapter = await TestAdapter.StartAsync();
        adapter.Hub.IsAway = true;
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync(attachmentBytes: 200_000))).SubmissionId;
        await Wait.UntilAsync(() => adapter.Track.Find("H37", id)!.WaitsFor == "away", "it waits");
        adapter.Hub.IsAway = false;
        await SentAsync(adapter, 1);
    }

    [Fact]
    public async Task Raises_the_try_only_when_the_agency_itself_repeats_a_refused_package()
    {
        await using var adapter = await TestAdapter.StartAsync(options => options.ReceiptPatience = TimeSpan.FromHours(1));
        var package = await Packages.EdocAsync();
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(package)).SubmissionId;
        await SentAsync(adapter, 1);
        await adapter.ReceiptAsync(Receipt(id, 1, ReceiptOutcome.Refused, package));
        adapter.Track.Find("H37", id)!.State.ShouldBe(SubmissionState.Refused);

        await adapter.RestartAsync();
        adapter.Track.Find("H37", id)!.Try.ShouldBe(1);
        (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Repeated>().SubmissionId.ShouldBe(id);

        (await SentAsync(adapter, 1))[0].Try.ShouldBe(2);
        await adapter.ReceiptAsync(Receipt(id, 1, ReceiptOutcome.Refused, package));
        adapter.Track.Find("H37", id)!.State.ShouldNotBe(SubmissionState.Refused, "a late copy of the old refusal says nothing of the new try");
        await adapter.ReceiptAsync(Receipt(id, 2, ReceiptOutcome.Accepted, package));
        adapter.Track.Find("H37", id)!.State.ShouldBe(SubmissionState.Accepted);
    }

    [Fact]
    public async Task Raises_the_generation_when_a_receiver_failed_and_never_for_a_claim_seen_before()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync();
        var claim = Guid.CreateVersion7();
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(package, claim: claim)).SubmissionId;
        var delivery = Guid.CreateVersion7();
        await adapter.ReceiptAsync(Receipt(id, 1, ReceiptOutcome.Accepted, package, delivery));
        await StateAsync(adapter, id, delivery, 2, "FAIL");

        (await adapter.HandOverAsync(package, claim: claim)).ShouldBeOfType<SubmitOutcome.Repeated>().SubmissionId.ShouldBe(id);
        var again = (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Accepted>();

        again.SubmissionId.ShouldNotBe(id);
        again.SubmissionId.ShouldBe(SubmissionIds.OfBytes("H37", Hash(package), 1));
    }

    [Fact]
    public async Task Ignores_an_older_version_of_a_state()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync();
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(package)).SubmissionId;
        var delivery = Guid.CreateVersion7();
        await adapter.ReceiptAsync(Receipt(id, 1, ReceiptOutcome.Accepted, package, delivery));

        await StateAsync(adapter, id, delivery, 3, "DONE");
        await StateAsync(adapter, id, delivery, 2, "PROCESSING");

        var receiver = adapter.Track.Find("H37", id)!.Receivers.ShouldHaveSingleItem();
        receiver.State!.Transport.ShouldBe("DONE");
        receiver.History.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_receipts_that_the_hub_did_not_seal()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync();
        var forged = adapter.SealByPeer(new ReceiptsBody([Receipt(Guid.CreateVersion7(), 1, ReceiptOutcome.Refused, package)]));
        await Should.ThrowAsync<MessageRejectedException>(() => adapter.Link.DeliverAsync(WireNames.Receipts, forged));
    }

    internal static Task<IReadOnlyList<SubmitMessage>> SentAsync(TestAdapter adapter, int count) =>
        Wait.ForAsync(() => adapter.Sent<SubmitMessage>(WireNames.Submit), sent => sent.Count >= count, $"{count} submissions were sent");

    internal static Receipt Receipt(Guid id, int @try, ReceiptOutcome outcome, byte[] package, Guid? delivery = null) => new(
        id, @try, outcome, Hash(package), TimeProvider.System.GetUtcNow(),
        outcome == ReceiptOutcome.Accepted ? [new ReceiptReceiver("G22", ReceiverOutcome.Delivery, delivery ?? Guid.CreateVersion7())] : [], []);

    private static Task StateAsync(TestAdapter adapter, Guid submission, Guid delivery, long version, string transport) =>
        adapter.Link.DeliverAsync(WireNames.States, new StatesMessage(
            [new DeliveryState(delivery, submission, Guid.CreateVersion7(), "G22", version, transport, TimeProvider.System.GetUtcNow(), 1)]));

    private static Adapter.Served.DirectoryEntry Entry(string code) =>
        new(Guid.CreateVersion7(), code, [code], code, "", true, null, code);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}
