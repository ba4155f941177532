using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Storage;
using MassTransit;

namespace Axis.Hub.Tests.Ledger;

/// <summary>Cancels, adapters' links, the stuck list and the audit trail.</summary>
public sealed partial class LedgerBehaviour
{
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
            Status = status,
            ClosedBy = status == "open" ? null : "operator:an",
            ClosedReason = status == "open" ? null : "mended",
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
}
