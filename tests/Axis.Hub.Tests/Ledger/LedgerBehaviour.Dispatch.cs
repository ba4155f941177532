using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;
using MassTransit;

namespace Axis.Hub.Tests.Ledger;

/// <summary>The window, claims, publications, states owed and silence.</summary>
public sealed partial class LedgerBehaviour
{
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

    private static Task<IReadOnlyList<DeliveryRow>> ClaimAsync(LedgerFixture fixture, int window, DateTimeOffset? at = null, string owner = "hub-1") =>
        fixture.WriteAsync((ledger, token) => ledger.ClaimAsync(
            new ClaimRequest(owner, at ?? Noon.AddHours(1), TimeSpan.FromSeconds(60), window, 100), token));
}
