using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Audit;
using Axis.Hub.Operate.Cancels;
using Axis.Hub.Operate.Doctor;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Operate.Trace;
using Axis.Hub.Tests.Ledger;
using Axis.Hub.Tests.Storage;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Axis.Hub.Tests.Operate;

/// <summary>What operators' pages, health and doctor ask the database, on every configured one.</summary>
public sealed class OperatorPagesTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Finds_documents_by_part_of_a_text_whatever_its_case_and_by_any_id(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document() with { Subject = "Bao cao 100% [a_b]", AcceptedAt = Rows.Noon.AddHours(1) };
        var older = Rows.Document() with { SenderCode = "H14", DocumentIdText = "xyz", CodeNumber = "7", CodeNotation = null, DueDate = new DateOnly(2026, 12, 1) };
        var delivery = Rows.Delivery(document) with { Transport = TransportState.Done };
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document, older], token);
            await ledger.InsertDeliveriesAsync([delivery, Rows.Delivery(document) with { Transport = TransportState.Fail }, Rows.Delivery(document) with { VoidAs = VoidCause.Recalled }], token);
        });
        using var registry = new SqlAgencyRegistry(new RegistryStore(fixture.Database, TimeProvider.System), TimeProvider.System);
        var store = new TraceStore(fixture.Database, fixture.Ledger, registry, new CalendarInForce(HubCalendar.Load(new HubOptions())), TimeProvider.System);

        async Task<Guid[]> FindAsync(string? text, string? kind = null, DateTimeOffset? before = null) =>
            [.. (await store.ListAsync(text, kind, before, null, 10, Cancellation)).Select(line => line.DocumentId)];
        (await FindAsync(null)).ShouldBe([document.DocumentId, older.DocumentId]);
        (await FindAsync(null, before: document.AcceptedAt)).ShouldBe([older.DocumentId]);
        (await FindAsync(null, kind: "status")).ShouldBeEmpty();
        foreach (var text in new[]
        {
            "bao CAO", "100% [A_B]", "12/ubnd", "g22.0", document.DocumentId.ToString(), document.SubmissionId.ToString(), delivery.DeliveryId.ToString("N"),
        })
        {
            (await FindAsync(text)).ShouldBe([document.DocumentId], text);
        }

        (await FindAsync("100_")).ShouldBeEmpty();
        (await FindAsync("XYZ")).ShouldBe([older.DocumentId]);
        (await FindAsync(new string('q', 9000))).ShouldBeEmpty();
        var line = (await store.ListAsync("bao", "edoc", null, null, 10, Cancellation)).Single();
        (line.Deliveries, line.Done, line.Failed, line.Void, line.PromulgationDate).ShouldBe((3, 1, 1, 1, document.PromulgationDate));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Lists_what_hangs_on_an_answer_and_counts_what_waits_for_an_operator(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var (asked, uncertain, arrived) = (Failed(), Failed(), Failed() with { Transport = TransportState.Done });
        var mended = Rows.Delivery(document) with { Suspended = true };
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertDeliveriesAsync([asked, uncertain, arrived, mended], token);
            CancelRow[] given = [Rows.Cancel(uncertain, mended.DeliveryId) with { OpenedAt = Rows.Noon.AddHours(1) }, Rows.Cancel(arrived)];
            await ledger.OpenCancelsAsync([Rows.Cancel(asked), .. given], token);
            await ledger.SaveCancelsAsync([.. given.Select(cancel => cancel with { Answer = CancelAnswer.OtherSpool, AnsweredAt = Rows.Noon })], token);
        });
        var store = new CancelStore(fixture.Database);

        (await store.ListAsync(10, Cancellation)).Select(view => (view.DeliveryId, view.WaitsFor, view.WaitingDeliveryId)).ShouldBe(
            [(asked.DeliveryId, "answer", null), (uncertain.DeliveryId, "operator", mended.DeliveryId)]);
        (await store.CountUndecidedAsync(Cancellation)).ShouldBe(1);

        DeliveryRow Failed() => Rows.Delivery(document) with { Transport = TransportState.Fail, Phase = DispatchPhase.Resting };
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Lists_what_the_hub_itself_noted_newest_first(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.AppendAuditAsync("hub", "spools-alternate", "adapter:H37", "earlier", Rows.Noon, token);
            await ledger.AppendAuditAsync("hub", "spools-alternate", "adapter:H37", "later", Rows.Noon.AddHours(1), token);
            await ledger.AppendAuditAsync("hub", "spools-alternate", "adapter:H37", "too old", Rows.Noon.AddDays(-8), token);
            await ledger.AppendAuditAsync("operator:an", "stuck-close", "x", "a person's", Rows.Noon, token);
        });

        (await new NoticeStore(fixture.Database).ListAsync(Rows.Noon.AddDays(-7), 10, Cancellation)).Select(notice => notice.Detail).ShouldBe(["later", "earlier"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Shows_a_document_with_the_histories_of_its_deliveries(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var delivery = Rows.Delivery(document);
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertDeliveriesAsync([delivery], token);
            await ledger.AppendEventsAsync([Event(delivery, 2), Event(delivery, 1)], token);
        });
        using var registry = new SqlAgencyRegistry(new RegistryStore(fixture.Database, TimeProvider.System), TimeProvider.System);
        var store = new TraceStore(fixture.Database, fixture.Ledger, registry, new CalendarInForce(HubCalendar.Load(new HubOptions())), TimeProvider.System);

        var view = (await store.FindDocumentAsync(document.DocumentId, Cancellation))!;
        view.Receivers.ShouldHaveSingleItem().Events.Select(item => item.Sequence).ShouldBe([1, 2]);
        (await store.FindDeliveryAsync(delivery.DeliveryId, Cancellation))!.Events.Select(item => item.EffectiveAt).ShouldBe([Rows.Noon.AddSeconds(1), Rows.Noon.AddSeconds(2)]);
        (await store.FindDocumentAsync(delivery.DeliveryId, Cancellation)).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Lists_stuck_items_newest_first_without_their_bytes(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var delivery = Rows.Delivery(document);
        StuckRow Stuck(int minute, Guid? of) => new()
        {
            StuckId = NewId.NextSequentialGuid(), Kind = "dead-letter", Queue = "axis.out.dead", AdapterCode = "G22", DeliveryId = of, Attempt = of is null ? null : 1,
            Body = [1, 2, 3], Headers = "{}", Reason = "đầy", RecordedAt = Rows.Noon.AddMinutes(minute),
        };
        var (first, second) = (Stuck(1, delivery.DeliveryId), Stuck(2, null));
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertDeliveriesAsync([delivery], token);
            await ledger.InsertStuckAsync([first, second], token);
        });
        var store = new StuckStore(fixture.Database);

        (await store.ListAsync("open", 10, Cancellation)).Select(view => view.StuckId).ShouldBe([second.StuckId, first.StuckId]);
        (await store.ListAsync(null, 1, Cancellation)).ShouldHaveSingleItem().DocumentId.ShouldBeNull();
        (await store.CountOpenAsync(Cancellation)).ShouldBe(2);
        var found = (await store.FindAsync(first.StuckId, Cancellation))!;
        (found.Bytes, found.DocumentId, found.Attempt).ShouldBe((3L, document.DocumentId, 1));

        await new StuckDesk(fixture.Ledger, new NoDueTimes(), new HubOptions(), TimeProvider.System).RetryAsync(first.StuckId, "operator:an", "sửa rồi", Cancellation);
        await fixture.Database.WriteAsync("finish", (session, token) =>
            session.ExecuteAsync(StuckTraceSql.FinishRetry, new { stuckId = first.StuckId, status = StuckDesk.RetriedStatus, reason = "xong" }, token), Cancellation);
        (await store.FindAsync(first.StuckId, Cancellation))!.Status.ShouldBe("retried");
        (await store.CountOpenAsync(Cancellation)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Tells_health_and_clock(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        (await new Axis.Hub.Platform.Health.DatabaseCheck(fixture.Database).CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status.ShouldBe(HealthStatus.Healthy);
        var (found, usable) = await new DatabaseCheck(fixture.Database, TimeProvider.System).RunAsync(Cancellation);
        usable.ShouldBeTrue();
        found.Count.ShouldBe(2);
        found[0].Found.ShouldContain("migrated");
    }

    private static DeliveryEventRow Event(DeliveryRow delivery, int sequence) => new()
    {
        DeliveryId = delivery.DeliveryId, Sequence = sequence, Kind = "DONE", TransportTo = TransportState.Done, Attempt = 1, Source = "hub",
        OccurredAt = Rows.Noon.AddSeconds(sequence), RecordedAt = Rows.Noon.AddSeconds(sequence), EffectiveAt = Rows.Noon.AddSeconds(sequence), Hash = new string('e', 64),
    };
}
