using System.Globalization;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Hub.Ledger;
using Axis.Hub.Statements.Counting;
using Axis.Hub.Statements.OpenItems;
using Axis.Hub.Tests.Flow;

namespace Axis.Hub.Tests.Statements;

/// <summary>Who may do what about an item, until when, and how long what was said stands.</summary>
public sealed class ActRuleTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>It is half past midnight of the 25th in Vietnam, the 24th in UTC.</summary>
    [Theory]
    [InlineData("2026-11-24", false)]
    [InlineData("2026-11-25", true)]
    [InlineData("2027-11-26", true)]
    [InlineData("2027-11-27", false)]
    [InlineData(null, false)]
    public void A_promise_is_for_a_day_from_today_in_Vietnam_on_and_within_366(string? day, bool stands)
    {
        var promise = new ActRequest(ItemAct.Promise, "H37", null, day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

        var objection = ItemRules.Judge(promise, new DateTimeOffset(2026, 11, 24, 17, 30, 0, TimeSpan.Zero));

        (objection?.Code).ShouldBe(stands ? null : ErrorCatalogue.PromiseDayInvalid.Code);
    }

    [Theory]
    [InlineData(ItemAct.Close, " ", false)]
    [InlineData(ItemAct.Wait, null, false)]
    [InlineData(ItemAct.Wait, "x", true)]
    [InlineData(ItemAct.Resend, null, true)]
    public void Closing_and_waiting_want_a_reason(ItemAct act, string? note, bool stands) =>
        (ItemRules.Judge(new ActRequest(act, "H37", note), At) is null).ShouldBe(stands);

    [Fact]
    public async Task A_refusal_is_its_senders_alone()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(new Draft { To = ["H37", "X99"] });
        var refusal = (await ListAsync(host, "G22")).Single().Id;

        foreach (var act in new[] { ItemAct.Close, ItemAct.Wait })
        {
            (await ActAsync(host, "H37", refusal, new(act, "H37", "x"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        }

        (await ListAsync(host, "G22")).Single().Acts.ShouldBeNull();
    }

    [Fact]
    public async Task A_status_on_its_way_is_no_item()
    {
        await using var host = await FlowHost.StartAsync();
        var letter = (await host.SubmitOneAsync(new Draft())).Receivers.Single().DeliveryId!.Value;
        var status = (await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "01", Target = letter })).Receivers.Single().DeliveryId!.Value;

        (await ActAsync(host, "H37", status, new(ItemAct.Wait, "H37", "x"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        (await ActAsync(host, "G22", status, new(ItemAct.Wait, "G22", "x"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
    }

    [Fact]
    public async Task Nobody_acts_in_the_name_of_an_agency_that_another_adapter_serves()
    {
        await using var host = await FlowHost.StartAsync();
        var letter = (await host.SubmitOneAsync(new Draft())).Receivers.Single().DeliveryId!.Value;

        (await ActAsync(host, "G22", letter, new(ItemAct.Wait, "H37", "x"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        (await ActAsync(host, "H14", letter, new(ItemAct.Wait, "G22", "x"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
    }

    [Fact]
    public async Task What_one_side_says_again_is_no_second_event_though_the_other_has_spoken_since()
    {
        await using var host = await FlowHost.StartAsync();
        var letter = (await host.SubmitOneAsync(new Draft())).Receivers.Single().DeliveryId!.Value;
        foreach (var (adapter, note) in new[] { ("H37", "a"), ("G22", "b"), ("H37", "a"), ("H37", "c"), ("H37", "a") })
        {
            (await ActAsync(host, adapter, letter, new(ItemAct.Wait, adapter, note))).ShouldBeNull();
        }

        var events = await host.Ledger.ReadAsync("test", (reader, token) => reader.ListEventsAsync(letter, token), Cancellation);
        events.Where(entry => entry.Kind == EventKinds.WaitsForOther).Select(entry => entry.Detail).ShouldBe(["receiver: a", "sender: b", "receiver: c", "receiver: a"]);
    }

    [Fact]
    public void What_both_sides_have_said_stands_while_the_class_does_and_is_gone_for_both_with_it()
    {
        var begun = FoldedDelivery.Begin(Event(0, EventKinds.Accepted, TransportState.Initial));
        var spoken = begun.After(Event(1, EventKinds.Promised, null, "sender 2026-11-30: a")).After(Event(2, EventKinds.WaitsForOther, null, "receiver: b"));

        var taken = spoken.After(Event(3, EventKinds.Processing, TransportState.Processing));
        taken.Said.ShouldNotBeNull().Select(act => act.Note).ShouldBe(["a", "b"]);
        (taken.Class, taken.Since, taken.IsAtRest).ShouldBe((DeliveryClass.NotArrived, begun.Since, false));
        taken.After(Event(4, EventKinds.Done, TransportState.Done)).Said.ShouldBeNull();
        var failed = taken.After(Event(4, EventKinds.Failed, TransportState.Fail, "Agency: x"));
        failed.Said.ShouldBeNull();
        failed.After(Event(5, EventKinds.WaitsForOther, null, "receiver: c")).After(Event(6, EventKinds.Closed, null, "x")).Said.ShouldBeNull("it has come to rest");
    }

    [Fact]
    public void What_is_said_of_a_refusal_neither_opens_nor_counts_it_and_ends_with_its_settling()
    {
        CountedRefusal After(params RefusalMoment[] moments) => new(new() { CaseId = Guid.Empty, AgencyId = Guid.Empty, ReceiverCode = "" }, moments);
        var (refused, settled) = (new RefusalMoment(At, null, 1, "AXS-1001"), new RefusalMoment(At.AddHours(2), LeftBy.Closed, 0, "x"));
        var said = new RefusalMoment(At.AddHours(1), null, 1, "sender: a", new StatementAct(StatementSide.Sender, StatementActKind.WaitsForOther, At.AddHours(1), "a"));

        var spoken = After(refused, said);
        (spoken.Stays().ShouldHaveSingleItem().From, spoken.At(At.AddDays(1))).ShouldBe((At, (1, "AXS-1001")));
        spoken.SaidAt(At.AddDays(1)).ShouldNotBeNull().ShouldHaveSingleItem().Note.ShouldBe("a");
        spoken.SaidAt(At.AddHours(1)).ShouldBeNull("it was said at that instant, not before it");
        After(said with { At = At.AddHours(-1) }, refused).Stays().ShouldHaveSingleItem().From.ShouldBe(At);
        After(refused, settled, said with { At = At.AddHours(3) }).Stays().ShouldHaveSingleItem().Until.ShouldBe(settled.At);
        var again = After(refused, said, settled, refused with { At = At.AddHours(4) });
        (again.Stays().Count, again.SaidAt(At.AddDays(1)), again.At(At.AddDays(1)).Count).ShouldBe((2, null, 2));
    }

    private static HistoryEvent Event(int hours, string kind, TransportState? to, string? detail = null) => new()
    {
        DeliveryId = Guid.Empty, Kind = kind, TransportTo = to, Detail = detail, Source = "agency:H37", EffectiveAt = At.AddHours(hours),
    };

    private static async Task<IReadOnlyList<OpenItem>> ListAsync(FlowHost host, string adapter) =>
        (await host.Get<OpenItemStore>().ListAsync([.. host.Nation.Registry.ServedBy(adapter)], null, null, 100, Cancellation)).Items;

    private static async Task<string?> ActAsync(FlowHost host, string adapter, Guid item, ActRequest request) =>
        (await host.Get<ActOnItem>().ActAsync(adapter, item, request, Cancellation))?.Code;
}
