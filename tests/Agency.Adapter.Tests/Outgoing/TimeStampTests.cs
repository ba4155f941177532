using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Outgoing;

/// <summary>An adapter before a real time-stamping authority over HTTP, which goes off and comes back.</summary>
public sealed class TimeStampTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(100), InlineData(200_000)]
    public async Task Sends_a_package_under_a_stamped_seal(int attachmentBytes)
    {
        await using var adapter = new TestAdapter();
        await using var stamps = adapter.AddTimeStamps();
        await stamps.StartAsync(Cancelled);
        await adapter.StartWithAsync();

        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync(attachmentBytes: attachmentBytes))).SubmissionId;

        var sent = (await SubmitTests.SentAsync(adapter, 1))[0];
        sent.SubmissionId.ShouldBe(id);
        await StampedAsync(adapter, sent);
        stamps.Answered.ShouldBe(1);
        adapter.Track.Find("H37", id)!.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waits_in_the_spool_while_the_authority_is_off_over_a_restart_and_goes_when_it_is_back()
    {
        await using var adapter = new TestAdapter();
        await using var stamps = adapter.AddTimeStamps();
        await adapter.StartWithAsync();
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync())).SubmissionId;
        await WaitsForAsync(adapter, id, ErrorCatalogue.TimeStampAuthorityAway);
        adapter.Get<TimeStampWatch>().Fault.ShouldNotBeNull().Finding.Code.ShouldBe(ErrorCatalogue.TimeStampAuthorityAway.Code);

        await adapter.RestartAsync();
        await WaitsForAsync(adapter, id, ErrorCatalogue.TimeStampAuthorityAway);
        adapter.Sent<SubmitMessage>(WireNames.Submit).ShouldBeEmpty();
        await stamps.StartAsync(Cancelled);

        var sent = (await SubmitTests.SentAsync(adapter, 1))[0];
        sent.SubmissionId.ShouldBe(id);
        await StampedAsync(adapter, sent);
        adapter.Get<TimeStampWatch>().Fault.ShouldBeNull();
        await Wait.UntilAsync(() => adapter.Track.Find("H37", id) is { State: SubmissionState.Sent, WaitsFor: null, Findings: [] }, "nothing is in its way");
    }

    [Fact]
    public async Task Seals_anew_what_waited_longer_than_a_stamp_can_bear_out_and_keeps_all_else()
    {
        var clock = new ShiftedClock();
        await using var adapter = new TestAdapter { Clock = () => clock };
        await using var stamps = adapter.AddTimeStamps(clock);
        await adapter.StartWithAsync();
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync())).SubmissionId;
        await WaitsForAsync(adapter, id, ErrorCatalogue.TimeStampAuthorityAway);
        var before = ManifestOf(adapter, id);

        clock.Ahead = TimeSpan.FromHours(60);
        await stamps.StartAsync(Cancelled);

        var sent = (await SubmitTests.SentAsync(adapter, 1))[0];
        var after = Manifest.Read(sent.Manifest).Manifest!;
        after.SealedAt.ShouldBeGreaterThan(before.SealedAt + TimeSpan.FromHours(59));
        (after with { SealedAt = before.SealedAt }).ToBytes().ShouldBe(before.ToBytes());
        await StampedAsync(adapter, sent);
    }

    [Fact]
    public async Task Goes_unstamped_and_says_so_when_stamps_are_only_wished()
    {
        await using var adapter = new TestAdapter(options => options.RequireTimeStamps = false);
        await using var stamps = adapter.AddTimeStamps();
        await adapter.StartWithAsync();

        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync())).SubmissionId;

        var sent = (await SubmitTests.SentAsync(adapter, 1))[0];
        (await JudgeAsync(adapter, sent)).TimeStamp!.Code.ShouldBe(SealCode.NoTimestamp);
        var finding = adapter.Track.Find("H37", id)!.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(ErrorCatalogue.TimeStampMissing.Code);
        finding.Severity.ShouldBe(Severity.Warning);

        await stamps.StartAsync(Cancelled);
        for (var count = 1; stamps.Answered == 0; count++)
        {
            // Each goes, stamped or not; none is held up.
            count.ShouldBeLessThan(500);
            await adapter.HandOverAsync(await Packages.EdocAsync(number: $"{8000 + count}"));
            await SubmitTests.SentAsync(adapter, count + 1);
        }

        await StampedAsync(adapter, adapter.Sent<SubmitMessage>(WireNames.Submit)[^1]);
    }

    [Fact]
    public async Task Never_sends_a_stamp_that_others_would_refuse()
    {
        await using var adapter = new TestAdapter();
        await using var stamps = adapter.AddTimeStamps(new ShiftedClock { Ahead = TimeSpan.FromHours(1) });
        await stamps.StartAsync(Cancelled);
        await adapter.StartWithAsync();
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync())).SubmissionId;
        await WaitsForAsync(adapter, id, ErrorCatalogue.TimeStampOutside);
        adapter.Sent<SubmitMessage>(WireNames.Submit).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_automatic_01_is_stamped_too()
    {
        await using var adapter = new TestAdapter();
        await using var stamps = adapter.AddTimeStamps();
        await stamps.StartAsync(Cancelled);
        await adapter.StartWithAsync();
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => adapter.Inbox.Find("H37", delivery.DeliveryId) is not null, "it is offered");
        await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Done(), Cancelled);
        await StampedAsync(adapter, (await SubmitTests.SentAsync(adapter, 1))[0]);
    }

    [Fact]
    public async Task What_waits_goes_without_when_the_authority_is_taken_out_of_the_settings()
    {
        await using var adapter = new TestAdapter();
        await using var stamps = adapter.AddTimeStamps();
        await adapter.StartWithAsync();
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync())).SubmissionId;
        await WaitsForAsync(adapter, id, ErrorCatalogue.TimeStampAuthorityAway);

        adapter.Options.TimeStampAuthority = "";
        await adapter.RestartAsync();

        (await SubmitTests.SentAsync(adapter, 1))[0].SubmissionId.ShouldBe(id);
        adapter.Track.Find("H37", id)!.Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.TimeStampMissing.Code);
    }

    [Fact]
    public async Task A_package_that_the_hub_refused_is_stamped_again_under_its_next_try()
    {
        await using var adapter = new TestAdapter();
        await using var stamps = adapter.AddTimeStamps();
        await stamps.StartAsync(Cancelled);
        await adapter.StartWithAsync();
        var package = await Packages.EdocAsync();
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(package)).SubmissionId;
        await SubmitTests.SentAsync(adapter, 1);
        await adapter.ReceiptAsync(SubmitTests.Receipt(id, 1, ReceiptOutcome.Refused, package));

        await adapter.HandOverAsync(package);

        var again = (await SubmitTests.SentAsync(adapter, 2))[1];
        again.Try.ShouldBe(2);
        await StampedAsync(adapter, again);
        stamps.Answered.ShouldBe(2);
    }

    private static Task WaitsForAsync(TestAdapter adapter, Guid id, ErrorEntry entry) => Wait.UntilAsync(
        () => adapter.Track.Find("H37", id)!.WaitsFor?.StartsWith(entry.Code + " ", StringComparison.Ordinal) == true, $"it waits for {entry.Code}");

    private static Manifest ManifestOf(TestAdapter adapter, Guid id) =>
        Manifest.Read(adapter.Spool.Read(spool => OutgoingStore.Find(spool, id)!.Manifest)).Manifest!;

    private static ValueTask<SealVerdict> JudgeAsync(TestAdapter adapter, SubmitMessage sent) => adapter.Get<SealVerifier>()
        .VerifyAsync(sent.Manifest, sent.Seal, Manifest.Read(sent.Manifest).Manifest!.SealedAt, Cancelled);

    private static async Task StampedAsync(TestAdapter adapter, SubmitMessage sent)
    {
        var verdict = await JudgeAsync(adapter, sent);
        verdict.Code.ShouldBe(SealCode.Ok);
        verdict.TimeStamp!.Code.ShouldBe(SealCode.Ok);
    }
}
