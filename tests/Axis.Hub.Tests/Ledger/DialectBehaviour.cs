using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;
using MassTransit;

namespace Axis.Hub.Tests.Ledger;

/// <summary>Where two databases would by themselves answer differently, the ledger answers the same.</summary>
public sealed class DialectBehaviour
{
    private static readonly DateTimeOffset Noon = Rows.Noon;

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    /// <summary>SQL Server pads with spaces and would by itself not look at the case.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Tells_numbers_apart_by_case_and_not_by_spaces_at_the_end(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var receiver = NewId.NextSequentialGuid();
        var document = Rows.Document() with { DocumentIdText = "a ", CodeNotation = "UBND " };
        await InsertAsync(fixture, document, Rows.Delivery(document, receiver: receiver));

        DocumentReference Reference(int ordinal, string? id, string? notation) =>
            new(ordinal, document.SenderAgencyId, receiver, id, document.CodeNumber, notation, document.PromulgationDate, "03", Rows.Stamp, receiver);
        var found = await fixture.ReadAsync((ledger, token) => ledger.FindByReferenceAsync(
            [Reference(0, "a", null), Reference(1, "A", null), Reference(2, null, "UBND  "), Reference(3, null, "Ubnd"), Reference(4, null, "ƯBND")], token));

        found.Select(match => match.Ordinal).Order().ShouldBe([0, 2]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Joins_two_requests_of_one_batch_into_one_cancel(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var failed = Rows.Delivery(document);
        var mended = Rows.Delivery(document);
        await InsertAsync(fixture, document, failed, mended);
        await fixture.WriteAsync((ledger, token) => ledger.OpenCancelsAsync(
            [Rows.Cancel(failed), Rows.Cancel(failed, mended.DeliveryId) with { Attempt = 3, OpenedAt = Noon.AddHours(1) }, Rows.Cancel(failed) with { Attempt = 2 }], token));

        (await fixture.WriteAsync((ledger, token) => ledger.FindOpenCancelsAsync([failed.DeliveryId], token))).ShouldBe(
            [Rows.Cancel(failed, mended.DeliveryId) with { Attempt = 3 }]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Cuts_labels_that_are_longer_than_their_column(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        await fixture.WriteAsync((ledger, token) => ledger.AppendAuditAsync("hub", "agency-import", new string('x', 500), "{}", Noon, token));
        var document = Rows.Document() with { DocumentIdText = new string('y', 500), CodeNumber = new string('1', 200), Subject = new string('z', 5000) };
        await InsertAsync(fixture, document);

        var kept = (await fixture.ReadAsync((ledger, token) => ledger.FindDocumentsAsync([document.DocumentId], token))).Single();
        (kept.DocumentIdText!.Length, kept.CodeNumber!.Length, kept.Subject!.Length).ShouldBe((400, 100, 5000));
    }

    private static Task InsertAsync(LedgerFixture fixture, DocumentRow document, params DeliveryRow[] deliveries) =>
        fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertDeliveriesAsync(deliveries, token);
        });
}
