using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Storage;
using MassTransit;

namespace Axis.Hub.Tests.Ledger;

/// <summary>What the ledger promises, on every configured database.</summary>
public sealed class LedgerBehaviour
{
    private static readonly DateTimeOffset Noon = Rows.Noon;

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task Gives_back_a_document_and_its_deliveries_as_they_were_written(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document() with { FamilyKey = new string('f', 64), SteeringType = 2, BusinessType = 0, DueDate = new DateOnly(2026, 12, 1), Priority = 3 };
        var delivery = Rows.Delivery(document) with
        {
            FamilyKey = document.FamilyKey, Priority = 3, Transport = TransportState.Fail, Business = "03", VoidAs = VoidCause.Recalled, Cause = "Hết chỗ",
            FailedBy = FailCause.Agency, Attempt = 4, Failures = 2, Phase = DispatchPhase.Held, ClaimedBy = "hub-1", ClaimedUntil = Noon, PublishedAt = Noon,
            SignAt = Noon.AddMilliseconds(7), EverClaimed = true, FirstSpoolId = NewId.NextSequentialGuid(), Suspended = true, QueriedIn = 12,
            TargetDeliveryId = NewId.NextSequentialGuid(), ArrivedAt = Noon, AnsweredAt = Noon, ProcessingDue = Noon, ArriveDue = Noon, AnswerDue = Noon,
            ProcessDue = Noon, Version = 9, StatesDue = true, EventSequence = 5, EventHash = new string('e', 64), EventEffectiveAt = Noon,
        };
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertDeliveriesAsync([delivery], token);
        });

        var stored = await fixture.ReadAsync(async (ledger, token) =>
            ((await ledger.FindDocumentsAsync([document.DocumentId], token)).Single(), (await ledger.FindDeliveriesOfAsync([document.DocumentId], token)).Single()));

        stored.Item1.Manifest.ShouldBe(document.Manifest);
        (stored.Item1 with { Manifest = document.Manifest, Seal = document.Seal }).ShouldBe(document);
        stored.Item2.ShouldBe(delivery);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Claims_by_priority_then_acceptance_within_the_window_and_urgent_beyond_it(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var published = Rows.Delivery(document) with { Phase = DispatchPhase.Published, PublishedAt = Noon };
        var late = Rows.Delivery(document) with { AcceptedAt = Noon.AddMinutes(2) };
        var early = Rows.Delivery(document) with { AcceptedAt = Noon.AddMinutes(1) };
        var urgent = Rows.Delivery(document) with { AcceptedAt = Noon.AddMinutes(3), Priority = 1 };
        var hottest = Rows.Delivery(document) with { AcceptedAt = Noon.AddMinutes(4), Priority = 4 };
        var other = Rows.Delivery(document, adapter: "H14") with { AcceptedAt = Noon.AddMinutes(5) };
        var notYet = Rows.Delivery(document) with { NextAttemptAt = Noon.AddHours(2), Priority = 4 };
        await InsertAsync(fixture, document, published, late, early, urgent, hottest, other, notYet);

        var claimed = await ClaimAsync(fixture, window: 2);
        claimed.Select(row => row.DeliveryId).ShouldBe([hottest.DeliveryId, urgent.DeliveryId, other.DeliveryId]);
        claimed.ShouldAllBe(row => row.Phase == DispatchPhase.Claimed && row.EverClaimed && row.ClaimedBy == "hub-1");

        (await ClaimAsync(fixture, window: 5)).Select(row => row.DeliveryId).ShouldBe([early.DeliveryId, late.DeliveryId]);
        (await ClaimAsync(fixture, window: 5)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Gives_a_claim_that_ran_out_to_another_hub(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var delivery = Rows.Delivery(document);
        await InsertAsync(fixture, document, delivery);

        (await ClaimAsync(fixture, window: 1)).Count.ShouldBe(1);
        (await ClaimAsync(fixture, window: 1, at: Noon.AddHours(1).AddSeconds(59))).ShouldBeEmpty();
        (await ClaimAsync(fixture, window: 1, at: Noon.AddHours(1).AddSeconds(60), owner: "hub-2")).Single().ClaimedBy.ShouldBe("hub-2");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Never_claims_what_is_suspended_void_under_an_open_cancel_or_waiting_for_one(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var suspended = Rows.Delivery(document) with { Suspended = true };
        var cancelled = Rows.Delivery(document);
        var mended = Rows.Delivery(document);
        var voided = Rows.Delivery(document) with { VoidAs = VoidCause.Void };
        await InsertAsync(fixture, document, suspended, cancelled, mended, voided);
        await fixture.WriteAsync((ledger, token) => ledger.OpenCancelsAsync([Rows.Cancel(cancelled, waiting: mended.DeliveryId)], token));

        (await ClaimAsync(fixture, window: 10)).ShouldBeEmpty();

        await fixture.WriteAsync(async (ledger, token) =>
        {
            var open = (await ledger.FindOpenCancelsAsync([cancelled.DeliveryId], token)).Single();
            await ledger.SaveCancelsAsync([open with { Answer = "cancelled", AnsweredAt = Noon }], token);
        });
        (await ClaimAsync(fixture, window: 10)).Select(row => row.DeliveryId).Order().ShouldBe(new[] { cancelled.DeliveryId, mended.DeliveryId }.Order());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Marks_a_publication_once_and_leaves_rows_that_moved_on(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var claimed = Rows.Delivery(document) with { Phase = DispatchPhase.Claimed, ClaimedBy = "hub-1", ClaimedUntil = Noon, EverClaimed = true };
        var held = Rows.Delivery(document) with { Phase = DispatchPhase.Held, Transport = TransportState.Processing, SignAt = Noon };
        var next = Rows.Delivery(document) with { Phase = DispatchPhase.Claimed, Attempt = 2 };
        var spool = NewId.NextSequentialGuid();
        await InsertAsync(fixture, document, claimed, held, next);

        await fixture.WriteAsync((ledger, token) => ledger.MarkPublishedAsync(
            [.. new[] { claimed, held, next }.Select(row => new PublishedMark(row.DeliveryId, 1, Noon.AddSeconds(1), spool))], token));

        var rows = (await fixture.ReadAsync((ledger, token) => ledger.FindDeliveriesAsync([claimed.DeliveryId, held.DeliveryId, next.DeliveryId], token)))
            .ToDictionary(row => row.DeliveryId);
        rows[claimed.DeliveryId].ShouldSatisfyAllConditions(
            row => row.Phase.ShouldBe(DispatchPhase.Published),
            row => row.PublishedAt.ShouldBe(Noon.AddSeconds(1)),
            row => row.FirstSpoolId.ShouldBe(spool),
            row => row.ClaimedBy.ShouldBeNull());
        rows[held.DeliveryId].ShouldBe(held);
        rows[next.DeliveryId].ShouldBe(next);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Owes_a_receipt_until_it_is_sent_and_again_after_a_repeat(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var submission = Rows.Submission(document);
        var refusal = Rows.Refusal();
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertSubmissionsAsync([submission], token);
            await ledger.RecordRefusalsAsync([refusal with { FirstAt = Noon.AddMinutes(1) }], token);
        });

        var owed = await fixture.WriteAsync((ledger, token) => ledger.ListOwedReceiptsAsync(10, token));
        owed.Select(each => (each.SubmissionId, each.Accepted)).ShouldBe([(submission.SubmissionId, true), (refusal.SubmissionId, false)]);
        owed[0].Receipt.ShouldBe(submission.Receipt);

        await fixture.WriteAsync((ledger, token) => ledger.MarkReceiptsSentAsync(owed, token));
        (await fixture.WriteAsync((ledger, token) => ledger.ListOwedReceiptsAsync(10, token))).ShouldBeEmpty();

        var key = new SubmissionKey(submission.AdapterCode, submission.SubmissionId);
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.RearmReceiptsAsync([key, key], token);
            await ledger.RecordRefusalsAsync([refusal], token);
        });
        (await fixture.WriteAsync((ledger, token) => ledger.ListOwedReceiptsAsync(10, token))).Count.ShouldBe(2);
        (await fixture.ReadAsync((ledger, token) => ledger.FindSubmissionsAsync([key], token))).Single().Repeats.ShouldBe(2);
        (await fixture.ReadAsync((ledger, token) => ledger.FindRefusalsAsync(
            [new RefusalKey(refusal.AdapterCode, refusal.SubmissionId, 1, refusal.PackageSha256)], token))).Single().Copies.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Owes_a_state_until_the_told_version_is_the_current_one(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var delivery = Rows.Delivery(document) with { StatesDue = true };
        await InsertAsync(fixture, document, delivery);

        var owed = await fixture.WriteAsync((ledger, token) => ledger.ListOwedStatesAsync(10, token));
        owed.Single().ShouldBe(new OwedState(delivery, document.AdapterCode, document.SubmissionId));

        await fixture.WriteAsync((ledger, token) => ledger.SaveDeliveriesAsync([new DeliveryChange(delivery with { Version = 2 }, 1)], token));
        await fixture.WriteAsync((ledger, token) => ledger.MarkStatesSentAsync(owed, token));
        var again = await fixture.WriteAsync((ledger, token) => ledger.ListOwedStatesAsync(10, token));
        again.Single().Delivery.Version.ShouldBe(2);
        await fixture.WriteAsync((ledger, token) => ledger.MarkStatesSentAsync(again, token));
        (await fixture.WriteAsync((ledger, token) => ledger.ListOwedStatesAsync(10, token))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Refuses_to_write_over_a_version_that_was_not_read(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var delivery = Rows.Delivery(document);
        await InsertAsync(fixture, document, delivery);

        await Should.ThrowAsync<WorkConflictException>(() => fixture.WriteAsync((ledger, token) =>
            ledger.SaveDeliveriesAsync([new DeliveryChange(delivery with { Version = 8 }, 7)], token)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Rolls_everything_back_when_the_work_throws(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        await Should.ThrowAsync<InvalidDataException>(() => fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            throw new InvalidDataException("on purpose");
        }));

        (await fixture.ReadAsync((ledger, token) => ledger.FindDocumentsAsync([document.DocumentId], token))).ShouldBeEmpty();
        await InsertAsync(fixture, document);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Lets_one_of_many_writers_of_a_key_win_and_runs_the_others_again(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var submissionId = NewId.NextSequentialGuid();
        var runs = 0;
        var winners = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => fixture.WriteAsync(async (ledger, token) =>
        {
            Interlocked.Increment(ref runs);
            var document = Rows.Document() with { SubmissionId = submissionId };
            if ((await ledger.FindSubmissionsAsync([new SubmissionKey(document.AdapterCode, submissionId)], token)) is [var winner])
            {
                return winner.DocumentId;
            }

            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertSubmissionsAsync([Rows.Submission(document)], token);
            return document.DocumentId;
        }))));

        winners.Distinct().Count().ShouldBe(1);
        runs.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Runs_work_again_that_met_a_duplicate_key(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        await InsertAsync(fixture, document);
        var runs = 0;
        await fixture.WriteAsync(async (ledger, token) =>
        {
            runs++;
            await ledger.InsertDocumentsAsync([runs == 1 ? document : Rows.Document()], token);
        });

        runs.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Finds_the_newest_of_a_family_that_is_neither_void_nor_refused(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var family = new string('f', 64);
        var receiver = NewId.NextSequentialGuid();
        var documents = Enumerable.Range(1, 4).Select(n => Rows.Document() with { PackageSha256 = new string((char)('0' + n), 64) }).ToArray();
        DeliveryRow Of(int n) => Rows.Delivery(documents[n - 1], receiver: receiver) with { FamilyKey = family, Generation = n };
        var live = Of(2);
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync(documents, token);
            await ledger.InsertDeliveriesAsync([Of(1), live, Of(3) with { Business = "02" }, Of(4) with { VoidAs = VoidCause.Recalled }], token);
        });

        FamilyReceiver[] keys = [new(family, receiver), new(new string('0', 64), receiver)];
        var heads = (await fixture.WriteAsync((ledger, token) => ledger.FindFamilyHeadsAsync(keys, token))).ToDictionary(head => head.Key);
        heads[keys[0]].ShouldBe(new FamilyHead(keys[0], live, documents[1].PackageSha256, 4));
        heads[keys[1]].ShouldBe(new FamilyHead(keys[1], null, null, 0));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Finds_a_status_target_by_the_senders_id_and_else_by_number_and_date(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var receiver = NewId.NextSequentialGuid();
        var document = Rows.Document();
        var again = Rows.Document() with { SenderAgencyId = document.SenderAgencyId, DocumentIdText = "another id", AcceptedAt = Noon.AddHours(1) };
        var delivery = Rows.Delivery(document, receiver: receiver);
        var newer = Rows.Delivery(again, receiver: receiver);
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document, again], token);
            await ledger.InsertDeliveriesAsync([delivery, newer], token);
        });

        DocumentReference Reference(int ordinal, string? id, string? number) =>
            new(ordinal, document.SenderAgencyId, receiver, id, number, document.CodeNotation, document.PromulgationDate, "03", Rows.Stamp, receiver);
        var found = await fixture.ReadAsync((ledger, token) => ledger.FindByReferenceAsync(
            [Reference(0, document.DocumentIdText, document.CodeNumber), Reference(1, "unknown", document.CodeNumber), Reference(2, null, "99")], token));

        found.OrderBy(match => match.Ordinal).Select(match => (match.Ordinal, match.Delivery.DeliveryId))
            .ShouldBe([(0, delivery.DeliveryId), (1, newer.DeliveryId)]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Finds_the_target_of_a_repeated_status_whatever_became_of_it(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var receiver = NewId.NextSequentialGuid();
        var document = Rows.Document();
        var refused = Rows.Delivery(document, receiver: receiver) with { Business = "02" };
        var newer = Rows.Document() with { SenderAgencyId = document.SenderAgencyId, AcceptedAt = Noon.AddHours(1) };
        var live = Rows.Delivery(newer, receiver: receiver);
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document, newer], token);
            await ledger.InsertDeliveriesAsync([refused, live], token);
            await ledger.InsertStatusesAsync([Rows.Status(refused, document, "02")], token);
        });

        DocumentReference Reference(int ordinal, string stamp) => new(
            ordinal, document.SenderAgencyId, receiver, document.DocumentIdText, document.CodeNumber, document.CodeNotation, document.PromulgationDate, "02",
            stamp, receiver);
        var found = await fixture.ReadAsync((ledger, token) => ledger.FindByReferenceAsync([Reference(0, Rows.Stamp), Reference(1, "other")], token));

        found.OrderBy(match => match.Ordinal).Select(match => match.Delivery.DeliveryId).ShouldBe([refused.DeliveryId, live.DeliveryId]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Keeps_a_status_of_a_delivery_once_by_code_timestamp_and_agency(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var delivery = Rows.Delivery(document);
        var status = Rows.Status(delivery, document, "05");
        DeliveryStatusRow[] others = [status with { Code = "06" }, status with { Stamp = "later" }, status with { FromAgencyId = document.SenderAgencyId }];
        await InsertAsync(fixture, document, delivery);
        await fixture.WriteAsync((ledger, token) => ledger.InsertStatusesAsync([status, .. others], token));

        await Should.ThrowAsync<WorkConflictException>(() => fixture.WriteAsync((ledger, token) => ledger.InsertStatusesAsync([status], token)));

        DeliveryStatusKey key = new(delivery.DeliveryId, "05", Rows.Stamp, delivery.ReceiverAgencyId);
        (await fixture.ReadAsync((ledger, token) => ledger.FindStatusesAsync([key, key with { Stamp = "never" }], token))).ShouldBe([status]);
    }

    /// <summary>All of them have looked before any has written: only the key can tell.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Lets_one_of_many_writers_of_a_status_win_though_none_has_seen_another(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var delivery = Rows.Delivery(document);
        var key = new DeliveryStatusKey(delivery.DeliveryId, "05", Rows.Stamp, delivery.ReceiverAgencyId);
        await InsertAsync(fixture, document, delivery);
        (await fixture.ReadAsync((ledger, token) => ledger.FindStatusesAsync([key], token))).ShouldBeEmpty();

        var seconds = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var runs = 0;
            return await fixture.WriteAsync(async (ledger, token) =>
            {
                if (++runs > 1 && (await ledger.FindStatusesAsync([key], token)).Count == 1)
                {
                    return true;
                }

                await ledger.InsertStatusesAsync([Rows.Status(delivery, document, "05")], token);
                return false;
            });
        })));

        seconds.Count(isSecond => isSecond).ShouldBe(7);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Names_the_silent_rows_of_an_adapter(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var published = Rows.Delivery(document) with { Phase = DispatchPhase.Published, PublishedAt = Noon };
        var fresh = Rows.Delivery(document) with { Phase = DispatchPhase.Published, PublishedAt = Noon.AddMinutes(9) };
        var held = Rows.Delivery(document) with { Phase = DispatchPhase.Held, Transport = TransportState.Processing, SignAt = Noon.AddHours(-2) };
        var cancelled = Rows.Delivery(document) with { Phase = DispatchPhase.Published, PublishedAt = Noon };
        await InsertAsync(fixture, document, published, fresh, held, cancelled);
        await fixture.WriteAsync((ledger, token) => ledger.OpenCancelsAsync([Rows.Cancel(cancelled)], token));

        var silent = await fixture.WriteAsync((ledger, token) => ledger.FindSilentAsync("G22", Noon.AddMinutes(5), Noon.AddHours(-1), 10, token));
        silent.Select(row => row.DeliveryId).Order().ShouldBe(new[] { published.DeliveryId, held.DeliveryId }.Order());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Opens_one_cancel_per_delivery_and_lets_a_later_request_join_it(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var failed = Rows.Delivery(document);
        var mended = Rows.Delivery(document);
        await InsertAsync(fixture, document, failed, mended);
        await fixture.WriteAsync((ledger, token) => ledger.OpenCancelsAsync([Rows.Cancel(failed)], token));
        await fixture.WriteAsync((ledger, token) => ledger.OpenCancelsAsync([Rows.Cancel(failed, mended.DeliveryId) with { Attempt = 3, OpenedAt = Noon.AddHours(1) }], token));

        var open = (await fixture.WriteAsync((ledger, token) => ledger.ListCancelsToSendAsync(Noon, 10, token))).Single();
        open.ShouldBe(Rows.Cancel(failed, mended.DeliveryId) with { Attempt = 3 });

        await fixture.WriteAsync((ledger, token) => ledger.SaveCancelsAsync([open with { Answer = "taken", AnsweredAt = Noon, Sends = 2 }], token));
        (await fixture.WriteAsync((ledger, token) => ledger.ListCancelsToSendAsync(Noon, 10, token))).ShouldBeEmpty();

        await fixture.WriteAsync((ledger, token) => ledger.OpenCancelsAsync([Rows.Cancel(failed) with { Attempt = 2 }], token));
        (await fixture.WriteAsync((ledger, token) => ledger.FindOpenCancelsAsync([failed.DeliveryId], token))).Single()
            .ShouldBe(Rows.Cancel(failed) with { Attempt = 2 });
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Keeps_links_contents_stuck_items_and_audit(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var link = new AdapterLinkRow { AdapterCode = "G22", SpoolId = NewId.NextSequentialGuid(), HeartbeatAt = Noon, ClockSkewMs = -12 };
        var stuck = new StuckRow
        {
            StuckId = NewId.NextSequentialGuid(), Kind = "malformed", Queue = "axis.submit", AdapterCode = "H37", Body = [0, 255, 1], Headers = "{}",
            Reason = "Không đọc được", RecordedAt = Noon,
        };
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.SaveHeartbeatAsync(link with { ClockSkewMs = 99 }, token);
            await ledger.SaveHeartbeatAsync(link, token);
            await ledger.InsertContentAsync([new ContentRow("aa", [1, 2], Noon), new ContentRow("aa", [1, 2], Noon)], token);
            await ledger.InsertContentAsync([new ContentRow("aa", [1, 2], Noon)], token);
            await ledger.InsertStuckAsync([stuck], token);
            await ledger.AppendAuditAsync("operator:an", "stuck.close", stuck.StuckId.ToString(), "{}", Noon, token);
        });

        (await fixture.ReadAsync((ledger, token) => ledger.ListAdapterLinksAsync(token))).ShouldBe([link]);
        (await fixture.ReadAsync((ledger, token) => ledger.FindContentAsync("aa", token))).ShouldBe([1, 2]);
        (await fixture.ReadAsync((ledger, token) => ledger.FindContentAsync("bb", token))).ShouldBeNull();
        var kept = (await fixture.ReadAsync((ledger, token) => ledger.ListStuckAsync("open", 10, token))).Single();
        kept.Body.ShouldBe(stuck.Body);
        (kept with { Body = stuck.Body }).ShouldBe(stuck);

        Task<bool> Close() => fixture.WriteAsync((ledger, token) => ledger.CloseStuckAsync(stuck.StuckId, "closed", "operator:an", "sai định dạng", Noon, token));
        (await Close()).ShouldBeTrue();
        (await Close()).ShouldBeFalse();
        (await fixture.ReadAsync((ledger, token) => ledger.ListStuckAsync("open", 10, token))).ShouldBeEmpty();
        (await fixture.ReadAsync((ledger, token) => ledger.FindStuckAsync(stuck.StuckId, token)))!.ClosedReason.ShouldBe("sai định dạng");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Settles_what_is_open_or_handed_back_of_a_delivery_and_nothing_else(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var (arrived, resent, other) = (NewId.NextSequentialGuid(), NewId.NextSequentialGuid(), NewId.NextSequentialGuid());
        StuckRow Of(Guid? delivery, string status) => Rows.Stuck(delivery) with
        {
            Status = status, ClosedBy = status == "open" ? null : "operator:an", ClosedReason = status == "open" ? null : "mended",
        };
        StuckRow[] rows = [Of(arrived, "open"), Of(arrived, "retry"), Of(arrived, "closed"), Of(resent, "open"), Of(resent, "retry"), Of(other, "open"), Of(null, "open")];
        await fixture.WriteAsync((ledger, token) => ledger.InsertStuckAsync(rows, token));

        await fixture.WriteAsync((ledger, token) => ledger.SettleStuckAsync(
            [
                new StuckSettlement(arrived, false, "adapter:G22", "it has arrived", Noon.AddHours(1)),
                new StuckSettlement(resent, true, "adapter:H37", "sent again", Noon.AddHours(1)),
            ], token));

        var kept = (await fixture.ReadAsync((ledger, token) => ledger.ListStuckAsync(null, 10, token))).ToDictionary(row => row.StuckId);
        rows.Select(row => $"{kept[row.StuckId].Status} {kept[row.StuckId].ClosedBy} {kept[row.StuckId].ClosedReason}".Trim()).ShouldBe(
        [
            "closed adapter:G22 it has arrived", "closed adapter:G22 it has arrived", "closed operator:an mended",
            "closed adapter:H37 sent again", "retried operator:an mended", "open", "open",
        ]);
        kept[rows[0].StuckId].ClosedAt.ShouldBe(Noon.AddHours(1));
        kept[rows[0].StuckId].Body.ShouldBe(rows[0].Body);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Gives_a_query_number_once_and_keeps_query_and_heartbeat_apart(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var asked = new AdapterLinkRow { AdapterCode = "G22", QueryNumber = 1, QuerySentAt = Noon, QueryRepeats = 2 };
        await fixture.WriteAsync((ledger, token) => ledger.SaveQueryAsync(asked, 0, token));
        await fixture.WriteAsync((ledger, token) => ledger.SaveHeartbeatAsync(new AdapterLinkRow { AdapterCode = "G22", HeartbeatAt = Noon, ClockSkewMs = 5 }, token));
        (await fixture.ReadAsync((ledger, token) => ledger.ListAdapterLinksAsync(token))).ShouldBe([asked with { HeartbeatAt = Noon, ClockSkewMs = 5 }]);

        await Should.ThrowAsync<WorkConflictException>(() => fixture.WriteAsync((ledger, token) => ledger.SaveQueryAsync(asked, 0, token)));

        await fixture.WriteAsync((ledger, token) => ledger.SaveQueryAsync(asked with { QueryNumber = 2, QuerySentAt = null, QueryRepeats = 0 }, 1, token));
        (await fixture.ReadAsync((ledger, token) => ledger.ListAdapterLinksAsync(token))).Single()
            .ShouldBe(new AdapterLinkRow { AdapterCode = "G22", QueryNumber = 2, HeartbeatAt = Noon, ClockSkewMs = 5 });
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Counts_the_backlog_per_adapter(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        await InsertAsync(fixture, document,
            Rows.Delivery(document) with { AcceptedAt = Noon.AddMinutes(1) }, Rows.Delivery(document),
            Rows.Delivery(document) with { Phase = DispatchPhase.Claimed }, Rows.Delivery(document) with { Phase = DispatchPhase.Held },
            Rows.Delivery(document, adapter: "H14") with { Phase = DispatchPhase.Published }, Rows.Delivery(document, adapter: "H14") with { Phase = DispatchPhase.Resting });

        (await fixture.ReadAsync((ledger, token) => ledger.ListBacklogAsync(token)))
            .ShouldBe([new AdapterBacklog("G22", 2, 1, 1, Noon), new AdapterBacklog("H14", 0, 1, 0, null)]);
    }

    private static Task InsertAsync(LedgerFixture fixture, DocumentRow document, params DeliveryRow[] deliveries) =>
        fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertDeliveriesAsync(deliveries, token);
        });

    private static Task<IReadOnlyList<DeliveryRow>> ClaimAsync(LedgerFixture fixture, int window, DateTimeOffset? at = null, string owner = "hub-1") =>
        fixture.WriteAsync((ledger, token) => ledger.ClaimAsync(
            new ClaimRequest(owner, at ?? Noon.AddHours(1), TimeSpan.FromSeconds(60), window, 100), token));
}
