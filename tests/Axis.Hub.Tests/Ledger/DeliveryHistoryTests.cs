using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace Axis.Hub.Tests.Ledger;

/// <summary>protocol.md 9: when an event counts from, and that a history can be proved.</summary>
public sealed class DeliveryHistoryTests
{
    private static readonly DateTimeOffset Now = Rows.Noon;

    [Theory]
    [InlineData(-60, null, 0, -60)] // a believable claim
    [InlineData(-60, -30, 0, 0)] // before the previous event
    [InlineData(-30, -30, 0, -30)] // exactly at it
    [InlineData(1, null, 0, 0)] // in the future
    [InlineData(-72 * 3600, null, 0, -72 * 3600)] // just young enough
    [InlineData(-72 * 3600 - 1, null, 0, 0)] // too old
    [InlineData(-60, null, 59_999, -60)]
    [InlineData(-60, null, 60_000, 0)] // a clock that is off
    [InlineData(-60, null, -60_000, 0)]
    [InlineData(-60, 10, 0, 10)] // the hub's clock stepped back behind the previous event
    public void Counts_from_the_claim_where_it_can_be_believed(int claim, int? previous, long skewMs, int expected) =>
        DeliveryHistory.EffectiveAt(Now.AddSeconds(claim), Now, previous is { } seconds ? Now.AddSeconds(seconds) : null, skewMs)
            .ShouldBe(Now.AddSeconds(expected));

    [Fact]
    public void Believes_no_clock_that_was_never_measured() =>
        DeliveryHistory.EffectiveAt(Now.AddSeconds(-60), Now, null, null).ShouldBe(Now);

    [Fact]
    public void Writes_the_canonical_form_field_by_field()
    {
        var entry = new DeliveryEventRow
        {
            DeliveryId = Guid.Parse("0190a000-0000-7000-8000-000000000001"), Sequence = 1, Kind = EventKinds.Status, TransportFrom = TransportState.Done,
            TransportTo = TransportState.Done, BusinessTo = "03", Attempt = 2, Source = "agency:G22", Detail = "Đã nhận", OccurredAt = Now, RecordedAt = Now,
            EffectiveAt = Now, AnswerDue = Now, Hash = "",
        };
        DeliveryHistory.Canonical(entry).ShouldBe(
            "12:axis-event-136:0190a000-0000-7000-8000-0000000000011:16:STATUS1:21:2-2:031:210:agency:G2211:Đã nhận"
            + "24:2026-11-24T05:00:00.000Z24:2026-11-24T05:00:00.000Z24:2026-11-24T05:00:00.000Z--24:2026-11-24T05:00:00.000Z--");
        DeliveryHistory.HashOf(null, entry).ShouldBe("82526767b441370fd4e8c882755acc1ff4e587a08b3afbeaef9cfda6af63821c");
    }

    [Fact]
    public void Finds_the_first_broken_link()
    {
        var (row, events) = Live([0, 1, 7, 8]);
        events.Count.ShouldBeGreaterThanOrEqualTo(4);
        HistoryVerifier.FindBroken(row, events).ShouldBeNull();

        HistoryVerifier.FindBroken([.. events.Select((entry, index) => index == 2 ? entry with { Detail = "another" } : entry)]).ShouldBe(new BrokenLink(3, "altered"));
        HistoryVerifier.FindBroken([.. events.Where((_, index) => index != 1)]).ShouldBe(new BrokenLink(2, "missing"));
        HistoryVerifier.FindBroken([.. events.Skip(1)]).ShouldBe(new BrokenLink(1, "missing"));
        HistoryVerifier.FindBroken(row, [.. events.SkipLast(1)]).ShouldBe(new BrokenLink(events.Count, "missing"));
        var forged = events[1] with { Detail = "forged" };
        forged = forged with { Hash = DeliveryHistory.HashOf(events[0].Hash, forged) };
        HistoryVerifier.FindBroken([events[0], forged, .. events.Skip(2)]).ShouldBe(new BrokenLink(3, "altered"));
    }

    /// <summary>Whatever arrives in whatever order: states only move forward as the law allows, events fold to the row, the chain holds.</summary>
    [Fact]
    public void Never_moves_a_state_back_and_folds_to_the_row_whatever_the_order()
    {
        var orders = Gen.Choose(0, Moves.Length - 1).ArrayOf().ToArbitrary();
        Prop.ForAll(orders, moves =>
        {
            var (row, events) = Live(moves);
            HistoryVerifier.FindBroken(row, events).ShouldBeNull();
            (events[^1].TransportTo, events[^1].BusinessTo).ShouldBe((row.Transport, row.Business));
            foreach (var (before, after) in events.Zip(events.Skip(1)))
            {
                after.TransportFrom.ShouldBe(before.TransportTo);
                after.BusinessFrom.ShouldBe(before.BusinessTo);
                Allowed(after).ShouldBeTrue($"{after.Kind}: {after.TransportFrom} to {after.TransportTo}");
            }

            row.Version.ShouldBe(1 + events.Skip(1).Count(Told));
        }).QuickCheckThrowOnFailure();
    }

    private static bool Told(DeliveryEventRow entry) => entry.Kind is EventKinds.Processing or EventKinds.Done or EventKinds.LateArrival or EventKinds.AttemptFailed
        or EventKinds.Failed or EventKinds.Resent or EventKinds.GivenBack or EventKinds.Status or EventKinds.Voided or EventKinds.Suspended or EventKinds.Resumed;

    private static bool Allowed(DeliveryEventRow entry) => (entry.TransportFrom, entry.TransportTo) switch
    {
        var (from, to) when from == to => true,
        (TransportState.Initial, TransportState.Processing or TransportState.Done or TransportState.Fail) => true,
        (TransportState.Processing, TransportState.Done or TransportState.Fail) => true,
        (TransportState.Fail, TransportState.Done) => entry.Kind == EventKinds.LateArrival,
        (TransportState.Fail, TransportState.Initial) => entry.Kind == EventKinds.Resent,
        _ => false,
    };

    private static readonly string Hash = new('a', 64);

    /// <summary>What may happen next to a row, numbered for the generator.</summary>
    private static readonly Func<DeliveryRow, DeliveryInput>[] Moves =
    [
        row => Said(row, AcknowledgeKind.Processing, row.Attempt),
        row => Said(row, AcknowledgeKind.Done, row.Attempt),
        row => Said(row, AcknowledgeKind.Fail, row.Attempt),
        row => Said(row, AcknowledgeKind.Fail, row.Attempt, FailCause.Agency),
        row => Said(row, AcknowledgeKind.Cancelled, row.Attempt),
        row => Said(row, AcknowledgeKind.Taken, row.Attempt),
        row => Said(row, AcknowledgeKind.Unknown, row.Attempt),
        _ => new DeliveryInput.StatusTaken("01", null, Now, "agency:G22"),
        _ => new DeliveryInput.StatusTaken("03", "vào sổ", Now, "agency:G22"),
        _ => new DeliveryInput.StatusTaken("02", "sai nơi nhận", Now, "agency:G22"),
        _ => new DeliveryInput.StatusTaken("06", null, Now.AddDays(-9), "agency:G22"),
        _ => new DeliveryInput.ArrivalProved(Now.AddMinutes(-1), "agency:G22"),
        row => new DeliveryInput.DeadLettered(row.Attempt, "rejected"),
        _ => new DeliveryInput.Resent("operator:an", "again"),
        _ => new DeliveryInput.Suspended("hold", "operator:an"),
        _ => new DeliveryInput.Resumed("go", "operator:an"),
        row => Said(row, AcknowledgeKind.Processing, Math.Max(1, row.Attempt - 1)),
        row => Said(row, AcknowledgeKind.Done, Math.Max(1, row.Attempt - 1)),
        row => Said(row, AcknowledgeKind.Fail, Math.Max(1, row.Attempt - 1)),
        row => Said(row, AcknowledgeKind.Done, row.Attempt + 1),
        _ => new DeliveryInput.Voided(VoidCause.Recalled, "thu hồi", "agency:H37"),
    ];

    private static (DeliveryRow Row, List<DeliveryEventRow> Events) Live(int[] moves)
    {
        var context = new DecisionContext(Now, 0, new HubOptions().RetryLadder, new NoDueTimes());
        var opened = DeliveryMachine.Open(Rows.Delivery(Rows.Document()), "adapter:H37", context);
        var row = opened.Row with { EverClaimed = true, Phase = DispatchPhase.Published, PublishedAt = Now };
        var events = opened.Events.ToList();
        var step = 0;
        foreach (var move in moves)
        {
            // Clocks wander: every third step the hub's goes back a little.
            var at = context with { Now = Now.AddSeconds(++step % 3 == 0 ? step - 5 : step) };
            var decision = DeliveryMachine.Decide(row, Moves[move](row), at);
            events.AddRange(decision.Events);
            row = decision.Row with { Phase = decision.Row.Phase == DispatchPhase.Waiting ? DispatchPhase.Published : decision.Row.Phase, QueriedIn = 1 };
        }

        return (row, events);
    }

    private static DeliveryInput.Acknowledged Said(DeliveryRow row, AcknowledgeKind kind, int attempt, FailCause cause = FailCause.Adapter) =>
        new(row.AdapterCode, row.DeliveryId, new AcknowledgeItem(
            row.DeliveryId, attempt, kind, Now, kind == AcknowledgeKind.Unknown ? null : Hash, "reason", cause, 1), Hash, OutstandingQuery: 1);
}
