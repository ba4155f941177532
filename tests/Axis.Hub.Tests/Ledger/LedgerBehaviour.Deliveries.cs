using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Storage;
using MassTransit;

namespace Axis.Hub.Tests.Ledger;

/// <summary>Deliveries, families, and the statuses that they have taken.</summary>
public sealed partial class LedgerBehaviour
{
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
        heads[keys[0]].ShouldBe(new FamilyHead(keys[0], live, documents[1].PackageSha256, 4) { Document = DocumentName.Of(documents[1].CodeNumber, documents[1].CodeNotation) });
        heads[keys[1]].ShouldBe(new FamilyHead(keys[1], null, null, 0));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Takes_nothing_for_the_newest_of_a_family_that_was_replaced_before_it_was_locked(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var (document, mended) = (Rows.Document(), Rows.Document());
        var failed = Rows.Delivery(document) with { FamilyKey = new string('f', 64), Generation = 1, Transport = TransportState.Fail };
        var waiting = Rows.Delivery(mended, receiver: failed.ReceiverAgencyId) with { FamilyKey = failed.FamilyKey, Generation = 2 };
        await InsertAsync(fixture, document, failed);
        var ledger = new LedgerTransaction(new StatementsApart(fixture.Database, LedgerSql.LockDeliveries, () => InsertAsync(fixture, mended, waiting)));
        FamilyReceiver[] keys = [new(failed.FamilyKey, failed.ReceiverAgencyId)];

        await Should.ThrowAsync<WorkConflictException>(() => ledger.FindFamilyHeadsAsync(keys, TestContext.Current.CancellationToken));

        (await ledger.FindFamilyHeadsAsync(keys, TestContext.Current.CancellationToken)).ShouldHaveSingleItem().Newest.ShouldBe(waiting);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Leaves_out_nothing_that_a_sender_has_sent_before_the_rest_was_locked(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document() with { BusinessType = 0 };
        var update = Rows.Document() with { SenderAgencyId = document.SenderAgencyId, BusinessType = 2 };
        var (sent, newer) = (Rows.Delivery(document), Rows.Delivery(update));
        await InsertAsync(fixture, document, sent);
        var ledger = new LedgerTransaction(new StatementsApart(fixture.Database, LedgerSql.LockDeliveries, () => InsertAsync(fixture, update, newer)));
        SentKey[] keys = [new(document.SenderAgencyId, document.DocumentIdText!)];

        await Should.ThrowAsync<WorkConflictException>(() => ledger.FindSentAsync(keys, TestContext.Current.CancellationToken));

        (await ledger.FindSentAsync(keys, TestContext.Current.CancellationToken)).Select(row => row.Delivery).ShouldBe([sent, newer], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Finds_the_newest_documents_of_other_families_under_an_id_of_their_sender(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var (own, other) = (new string('a', 64), new string('b', 64));
        var first = Rows.Document() with { FamilyKey = own, BusinessType = 0 };
        DocumentRow Of(string number, string? family, Guid? sender = null) => Rows.Document() with
        {
            SenderAgencyId = sender ?? first.SenderAgencyId,
            FamilyKey = family,
            CodeNumber = number,
            AcceptedAt = Noon.AddMinutes(number[0]),
            BusinessType = 0,
        };
        DocumentRow[] rows =
        [
            first, Of("1", other), Of("2", other), Of("3", own), Of("4", other), Of("5", other), Of("6", other, NewId.NextSequentialGuid()), Of("7", null),
            Of("8", other) with { DocumentIdText = "another id" },
        ];
        await fixture.WriteAsync((ledger, token) => ledger.InsertDocumentsAsync(rows, token));

        var found = await fixture.ReadAsync((ledger, token) => ledger.FindSameIdAsync(
            [new(first.SenderAgencyId, first.DocumentIdText!, own), new(first.SenderAgencyId, "no such id", own)], token));

        found.OrderByDescending(row => row.AcceptedAt).Select(row => (row.CodeNumber, row.CodeNotation, row.FamilyKey))
            .ShouldBe([("5", "UBND-VX", other), ("4", "UBND-VX", other), ("2", "UBND-VX", other)]);
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
    public async Task Refuses_to_write_over_a_version_that_was_not_read(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var delivery = Rows.Delivery(document);
        await InsertAsync(fixture, document, delivery);

        await Should.ThrowAsync<WorkConflictException>(() => fixture.WriteAsync((ledger, token) =>
            ledger.SaveDeliveriesAsync([new DeliveryChange(delivery with { Version = 8 }, 7)], token)));
    }
}
